using MarketPulse.Announcements;
using MarketPulse.Cli.Output;

namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Headlines in the tests' own words, English and Chinese, each with the kind that a reader gives it.</summary>
public class KindsTests
{
    [Theory]
    [InlineData("kinds.tsv", 200, 0.93)] // The rules were written with these in sight.
    [InlineData("kinds-held-out.tsv", 30, 0.5)] // These were written afterwards, and no rule was changed for them.
    public void Classify_LabelledHeadlines_AgreesWithTheReader(string file, int least, double share)
    {
        var rows = LabelledRows.Read(file);
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
        Assert.True(rows.Count >= least);
        Assert.True(right >= share * rows.Count, $"{right} of {rows.Count}");
    }
}
