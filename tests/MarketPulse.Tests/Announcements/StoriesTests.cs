using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class StoriesTests
{
    [Theory]
    [InlineData("https://www.e.org/story/?utm_source=rss&utm_medium=feed#top")]
    [InlineData("http://e.org/story?.tsrc=rss")]
    [InlineData("https://E.ORG/story")]
    public void Find_SameAddressInOtherDress_IsTheSameStory(string url)
    {
        var known = Items.Telling("NVIDIA Opens a Laboratory", url: "https://e.org/story");
        var telling = Items.Telling(
            "NVIDIA in quite other words",
            url: url,
            guid: "other",
            feed: Items.Headlines
        );
        Assert.Equal((known, "same address"), Stories.Find(telling, [known]));
    }

    [Theory]
    [InlineData("https://e.org/story?id=1", "https://e.org/story?id=2")]
    [InlineData("https://e.org/story", "https://e.org/Story")]
    [InlineData("", "")]
    public void Find_AnotherAddress_IsAnotherStory(string first, string second) =>
        Assert.Null(
            Stories.Find(
                Items.Telling("NVIDIA in quite other words", url: second, guid: "2"),
                [Items.Telling("NVIDIA Opens a Laboratory", url: first, guid: "1")]
            )
        );

    [Fact]
    public void Find_SameGuidElsewhere_IsTheSameStoryOnlyWithinOneFeed()
    {
        var known = Items.Telling("NVIDIA Opens a Laboratory", url: "https://e.org/1");
        Assert.NotNull(
            Stories.Find(Items.Telling("Moved to another page", url: "https://e.org/2"), [known])
        );
        Assert.Null(
            Stories.Find(
                Items.Telling(
                    "NVIDIA: Moved to another page",
                    url: "https://e.org/2",
                    feed: Items.Headlines
                ),
                [known]
            )
        );
    }

    [Fact]
    public void Find_GuidDrift_IsTheSameStoryByItsAddress() =>
        Assert.NotNull(
            Stories.Find(
                Items.Telling("NVIDIA Opens a Laboratory", guid: "?p=2"),
                [Items.Telling("NVIDIA Opens a Laboratory", guid: "?p=1")]
            )
        );

    [Fact]
    public void Find_ResultsAndTheirFiling_AreOneStory()
    {
        var release = Items.Telling(
            "NVIDIA Announces Financial Results for Fourth Quarter",
            url: "https://e.org/1",
            guid: "1"
        );
        var filing = Items.Telling(
            "8-K - Current report",
            Items.Noon.AddMinutes(4),
            "https://sec.example/2",
            "2",
            summary: "Item 2.02: Results"
        );
        Assert.Equal((release, "results of one day"), Stories.Find(filing, [release]));
    }

    [Fact]
    public void Find_TwoBareFilings_AreTwoStories() =>
        Assert.Null(
            Stories.Find(
                Items.Telling("8-K - Current report", url: "https://sec.example/2", guid: "2"),
                [Items.Telling("8-K - Current report", url: "https://sec.example/1", guid: "1")]
            )
        );

    [Fact]
    public void Find_KeynotesOfTwoYears_AreTwoStories() =>
        Assert.Null(
            Stories.Find(
                Items.Telling("GTC 2025 Keynote", url: "https://e.org/2025", guid: "2"),
                [
                    Items.Telling(
                        "GTC 2024 Keynote",
                        Items.Noon.AddDays(-365),
                        "https://e.org/2024",
                        "1"
                    ),
                ]
            )
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    [InlineData(-(24 * 60) - 1, false)]
    public void Find_SameWords_CountWithinADay(int minutesLater, bool same)
    {
        var known = Items.Telling(
            "NVIDIA Opens Quantum Laboratory in Boston",
            url: "https://e.org/1",
            guid: "1"
        );
        var telling = Items.Telling(
            "Nvidia opens quantum laboratory, Boston hopes",
            Items.Noon.AddMinutes(minutesLater),
            "https://e.org/2",
            "2"
        );
        Assert.Equal(same, Stories.Find(telling, [known]) is not null);
    }

    [Fact]
    public void Find_OtherSymbol_IsAnotherStory()
    {
        var known = Items.Telling("NVIDIA Opens a Laboratory");
        Assert.Null(Stories.Find(known, [known with { Symbol = "AMD" }]));
    }

    [Theory]
    [InlineData("quantum laboratory boston", "quantum laboratory boston opens today", 1)]
    [InlineData("quantum laboratory boston", "quantum computers everywhere", 1.0 / 3)]
    [InlineData("GTC keynote", "GTC keynote", 0)] // Two words say too little.
    [InlineData("", "quantum laboratory boston", 0)]
    public void Overlap_Titles_IsTheShareOfTheShorterOne(string a, string b, double expected)
    {
        Assert.Equal(expected, Stories.Overlap(a, b), 12);
        Assert.Equal(expected, Stories.Overlap(b, a), 12);
    }

    [Fact]
    public void Merge_LaterTelling_KeepsTheFirstOnesWordAndAddsTheSource()
    {
        var stored = Items.Telling("NVIDIA Launches a GPU", summary: "Longer summary.");
        var telling = Items.Telling(
            "NVIDIA launches: our view",
            Items.Noon.AddHours(1),
            "https://e.org/2",
            "2",
            Items.Headlines,
            "Short."
        );
        var merged = Stories.Merge(stored, telling);
        Assert.Equal(stored.Id, merged.Id);
        Assert.Equal(stored.Title, merged.Title);
        Assert.Equal("Longer summary.", merged.Summary);
        Assert.Equal(Items.Noon, merged.PublishedAt);
        Assert.Equal(["newsroom", "headlines"], merged.Sources.Select(s => s.Feed));
    }

    [Fact]
    public void Merge_EarlierTelling_MovesTheInstantButNotTheId()
    {
        var stored = Items.Telling("NVIDIA Launches a GPU");
        var earlier = Items.Telling(
            "NVIDIA Launches a GPU",
            Items.Noon.AddHours(-2),
            feed: Items.Headlines
        );
        var merged = Stories.Merge(stored, earlier);
        Assert.Equal(Items.Noon.AddHours(-2), merged.PublishedAt);
        Assert.Equal(stored.Id, merged.Id);
    }

    [Fact]
    public void Merge_TellingOfAWeightierKind_BringsItsKindAndReason()
    {
        var stored = Items.Telling("NVIDIA stock rises");
        var telling = Items.Telling("NVIDIA Announces Financial Results", feed: Items.Headlines);
        var merged = Stories.Merge(stored, telling);
        Assert.Equal(AnnouncementKind.Results, merged.Kind);
        Assert.Equal("'Financial Results'", merged.KindReason);
        Assert.Equal(AnnouncementKind.Results, Stories.Merge(telling, stored).Kind);
    }

    [Fact]
    public void Merge_UndatedStoryWithADatedTelling_GetsTheDate()
    {
        var undated = Items.Telling("NVIDIA") with { PublishedAt = null };
        var dated = Items.Telling("NVIDIA", feed: Items.Headlines);
        Assert.Equal(Items.Noon, Stories.Merge(undated, dated).PublishedAt);
        Assert.Equal(Items.Noon, Stories.Merge(dated, undated).PublishedAt);
    }

    [Property]
    public Property Merge_AnyTellingsTwice_ChangesNothingAndKeepsTheOrder()
    {
        string[] titles = ["NVIDIA stock rises", "NVIDIA keynote", "NVIDIA financial results"];
        var telling =
            from feed in Gen.Elements(Items.AboutNvidia, Items.Headlines)
            from item in Gen.Choose(1, 9)
            from dress in Gen.Elements("", "?utm_source=x", "#top")
            select Items.Telling(
                titles[item % 3],
                Items.Noon.AddMinutes(item * 37 % 600),
                $"https://e.org/{item}{dress}",
                $"{item}",
                feed,
                titles[item % 3] + item
            );
        return Prop.ForAll(
            Arb.From(Gen.NonEmptyListOf(telling)),
            tellings =>
            {
                var story = tellings.Skip(1).Aggregate(tellings[0], Stories.Merge);
                Assert.All(tellings, t => Assert.Same(story, Stories.Merge(story, t)));

                // First seen, first listed; the story is as early as the earliest source it lists.
                var at = story
                    .Sources.Select(s => tellings.Select(t => t.Sources[0]).ToList().IndexOf(s))
                    .ToList();
                Assert.Equal(at.Order(), at);
                Assert.Equal(story.Sources.Min(s => s.PublishedAt), story.PublishedAt);
                Assert.Equal(tellings[0].Id, story.Id);
            }
        );
    }
}
