using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Which pairs of headlines, two hours apart and from two sites, are one story; titles are all there is.</summary>
public class StoryPairsTests
{
    [Fact]
    public void Find_LabelledPairs_KeepsDifferentStoriesApartAndFindsMostOfTheSame()
    {
        var rows = LabelledRows.Read("story-pairs.tsv");
        var found = rows.Select(r => (Same: r[0] == "same", Found: AreOne(r[1], r[2]), Row: r))
            .ToList();
        foreach (var wrong in found.Where(f => f.Same != f.Found))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{Stories.Overlap(wrong.Row[1], wrong.Row[2]):0.00} {string.Join(" | ", wrong.Row)}"
            );
        }

        var hits = found.Count(f => f.Same && f.Found);
        var precision = (double)hits / found.Count(f => f.Found);
        var recall = (double)hits / found.Count(f => f.Same);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{rows.Count} pairs: precision {precision:0.000}, recall {recall:0.000}"
        );
        Assert.True(rows.Count >= 60);
        Assert.True(precision >= 0.97, $"precision {precision:0.000}");
        Assert.True(recall >= 0.9, $"recall {recall:0.000}");
    }

    private static bool AreOne(string first, string second)
    {
        var known = Items.Telling("NVIDIA: " + first, url: "https://a.example/1", guid: "1");
        var telling = Items.Telling(
            "NVIDIA: " + second,
            Items.Noon.AddHours(2),
            "https://b.example/2",
            "2"
        );
        // Kinds are judged elsewhere: here the words alone decide.
        return Stories.Find(
            telling with
            {
                Kind = AnnouncementKind.Other,
                Sources = [telling.Sources[0] with { Title = second }],
            },
            [
                known with
                {
                    Kind = AnnouncementKind.Other,
                    Sources = [known.Sources[0] with { Title = first }],
                },
            ]
        )
            is not null;
    }
}
