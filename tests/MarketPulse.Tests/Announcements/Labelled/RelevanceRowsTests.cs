using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Headlines in the tests' own words that are about the company, or only mention it.</summary>
public class RelevanceRowsTests
{
    [Fact]
    public void Judge_LabelledHeadlines_AgreesWithTheReader()
    {
        var rows = LabelledRows.Read("relevance.tsv");
        var judged = rows.Select(r =>
                (Row: r, Judged: Relevance.Judge(r[1], ["NVIDIA", "Nvidia", "NVDA", "英伟达"]))
            )
            .ToList();
        foreach (var (row, found) in judged.Where(IsWrong))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{row[0]}: {row[1]}, because {found.Reason}"
            );
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{rows.Count - judged.Count(IsWrong)} of {rows.Count}"
        );
        Assert.True(rows.Count >= 50);
        // An announcement that is dropped is lost; a mention that is kept is only noise.
        Assert.DoesNotContain(judged, j => j.Row[0] == "about" && !j.Judged.IsAbout);
        Assert.True(judged.Count(IsWrong) <= 0.05 * rows.Count);
        Assert.All(judged, j => Assert.NotEmpty(j.Judged.Reason));
    }

    private static bool IsWrong((string[] Row, (bool IsAbout, string) Judged) judged) =>
        (judged.Row[0] == "about") != judged.Judged.IsAbout;
}
