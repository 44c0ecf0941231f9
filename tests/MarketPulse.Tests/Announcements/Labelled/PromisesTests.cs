using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Short news in the tests' own words, each with the promises and deliveries that a careful reader takes from it.</summary>
public class PromisesTests
{
    private static readonly Lexicon Lexicon = LexiconFile.Read(LexiconFile.Default);

    [Theory]
    [InlineData("promises.tsv", 190, 0.98, 0)] // The lists were written with these in sight.
    [InlineData("promises-held-out.tsv", 30, 0.6, 2)] // These were written afterwards, and no word was added for them.
    public void Read_LabelledNews_FindsWhatTheReaderFinds(
        string file,
        int least,
        double recall,
        int wrongs
    )
    {
        var rows = LabelledRows.Read(file);
        var (wanted, found) = (0, 0);
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var expected = row[0]
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var read = Claims(row);
            (wanted, found) = (wanted + expected.Length, found + read.Count(expected.Contains));
            wrong.AddRange(read.Except(expected).Select(r => $"{r} in: {row[^1]}"));
            foreach (var missing in expected.Except(read))
            {
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"not found: {missing} in: {row[^1]}"
                );
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{found} of {wanted} found, {wrong.Count} wrong"
        );
        Assert.True(rows.Count >= least);
        Assert.True(wrong.Count <= wrongs, string.Join("\n", wrong));
        Assert.True(found >= recall * wanted, $"{found} of {wanted}");
    }

    private static ImmutableArray<string> Claims(string[] row) =>
        [
            .. StoryClaims
                .Read(
                    row[2],
                    row[3],
                    DateOnly.Parse(row[1], CultureInfo.InvariantCulture),
                    Lexicon,
                    ["NVIDIA"]
                )
                .Select(c => $"{c.Subject} {c.Due?.Words ?? "there"}"),
        ];
}
