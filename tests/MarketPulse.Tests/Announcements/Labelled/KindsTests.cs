using MarketPulse.Announcements;
using MarketPulse.Cli.Output;

namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Headlines in the tests' own words, English and Chinese, each with the kind that a reader gives it.</summary>
public class KindsTests
{
    [Fact]
    public void Classify_LabelledHeadlines_AgreesWithTheReader()
    {
        var rows = LabelledRows.Read("kinds.tsv");
        var read = rows.Select(r => (Row: r, Kind: KindRules.Classify(r[1], ""))).ToList();
        foreach (var kind in read.GroupBy(r => r.Row[0]))
        {
            var wrong = kind.Where(r => Terminal.Name(r.Kind.Kind) != kind.Key).ToList();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{kind.Key}: {kind.Count() - wrong.Count} of {kind.Count()}"
            );
            foreach (var (row, found) in wrong)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"    {row[1]} read as {found.Kind} by {found.Reason}"
                );
            }
        }

        var right = read.Count(r => Terminal.Name(r.Kind.Kind) == r.Row[0]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {rows.Count}");
        Assert.True(rows.Count >= 120);
        Assert.True(right >= 0.95 * rows.Count, $"{right} of {rows.Count}");
    }
}
