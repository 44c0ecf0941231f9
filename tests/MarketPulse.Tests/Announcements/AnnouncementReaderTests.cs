using System.Globalization;
using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class AnnouncementReaderTests
{
    [Fact]
    public void Read_OrdinaryItem_KeepsItsFieldsAndItsSource()
    {
        var outcome = AnnouncementReader.Read(
            Items.Item("NVIDIA Launches a GPU", summary: "Fast."),
            Items.AboutNvidia,
            Items.Watchlist,
            Items.Noon.AddHours(1)
        );
        var announcement = outcome.Announcement!;
        Assert.False(outcome.IsHeld);
        Assert.Equal("NVDA", announcement.Symbol);
        Assert.Equal(AnnouncementKind.Product, announcement.Kind);
        Assert.Equal("Fast.", announcement.Summary);
        Assert.Equal(Items.Noon, announcement.PublishedAt);
        Assert.Equal(Items.Noon.AddHours(1), announcement.FirstSeenAt);
        Assert.Equal(
            new AnnouncementSource(
                "newsroom",
                "https://news.example.org/story",
                "guid",
                "NVIDIA Launches a GPU",
                Items.Noon,
                "f227b5be59fa" // Of "Fast."; the text is too short for a print.
            ),
            Assert.Single(announcement.Sources)
        );
    }

    [Fact]
    public void Read_DatedBeyondTheTolerance_IsHeld()
    {
        var outcome = AnnouncementReader.Read(
            Items.Item("t"),
            Items.AboutNvidia,
            Items.Watchlist,
            Items.Noon - AnnouncementReader.ClockTolerance - TimeSpan.FromSeconds(1)
        );
        Assert.True(outcome.IsHeld);
        Assert.Null(outcome.Announcement);
        Assert.Contains("dated 2025-03-18 16:00 UTC", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DatedWithinTheTolerance_IsRead() =>
        Assert.NotNull(
            AnnouncementReader
                .Read(
                    Items.Item("t"),
                    Items.AboutNvidia,
                    Items.Watchlist,
                    Items.Noon - AnnouncementReader.ClockTolerance
                )
                .Announcement
        );

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2000-01-01T00:00:00Z")] // A clock's zero, and still 1999 in New York.
    [InlineData("2000-01-03T15:00:00Z")] // The first session: none before it belongs to the window -1..1.
    public void Read_DatedBeforeWhatTheCalendarCanMeasure_IsSkipped(string date)
    {
        var outcome = Read(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));
        Assert.Null(outcome.Announcement);
        Assert.False(outcome.IsHeld);
        Assert.Contains($"dated {date[..10]}", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeadlineWithoutAWatchedName_IsSkipped()
    {
        var outcome = AnnouncementReader.Read(
            Items.Item("Intel rises"),
            Items.Headlines,
            Items.Watchlist,
            Items.Noon
        );
        Assert.Null(outcome.Announcement);
        Assert.False(outcome.IsHeld);
        Assert.Equal("its title names no watched company", outcome.Reason);
    }

    [Theory]
    [InlineData("NVIDIA gains", "NVDA")]
    [InlineData("AMD and NVIDIA both fall", "NVDA")] // The first in the watchlist.
    [InlineData("What AMD said", "AMD")]
    public void Read_HeadlineWithAWatchedName_IsAboutIt(string title, string symbol) =>
        Assert.Equal(
            symbol,
            AnnouncementReader
                .Read(Items.Item(title), Items.Headlines, Items.Watchlist, Items.Noon)
                .Announcement!.Symbol
        );

    [Fact]
    public void Read_HeadlineThatOnlyMentionsAWatchedName_IsSkippedWithTheReason()
    {
        var outcome = AnnouncementReader.Read(
            Items.Item("Cerebras is out to rival NVIDIA"),
            Items.Headlines,
            Items.Watchlist,
            Items.Noon
        );
        Assert.Null(outcome.Announcement);
        Assert.Equal("a passing mention: a comparison ('to rival NVIDIA')", outcome.Reason);
    }

    [Fact]
    public void Read_BareFiling_IsTitledByItsItemsAndKeepsTheSourcesTitle()
    {
        var filing = Items.Telling(
            "8-K  - Current report",
            summary: "Filed: 2025-02-26 Item 2.02: Results Item 9.01: Exhibits"
        );
        Assert.Equal("8-K: results of operations (item 2.02)", filing.Title);
        Assert.Equal("8-K  - Current report", filing.Sources[0].Title);
        Assert.Equal("every item of newsroom is about NVDA", filing.RelevanceReason);
    }

    [Fact]
    public void Read_SameItemLater_HasTheSameId()
    {
        var first = Read(Items.Noon).Announcement!;
        var later = AnnouncementReader
            .Read(
                Items.Item("another title", guid: "another guid"),
                Items.AboutNvidia,
                Items.Watchlist,
                Items.Noon.AddDays(3)
            )
            .Announcement!;
        Assert.Equal(first.Id, later.Id);
        Assert.StartsWith("20250318T160000-", first.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherAddress_HasAnotherId() =>
        Assert.NotEqual(
            Items.Telling("t", url: "https://e.org/1").Id,
            Items.Telling("t", url: "https://e.org/2").Id
        );

    [Fact]
    public void Read_NoAddress_TakesTheGuidForTheId() =>
        Assert.NotEqual(
            Items.Telling("t", url: "", guid: "1").Id,
            Items.Telling("t", url: "", guid: "2").Id
        );

    [Theory]
    [InlineData("th-TH")] // Counts years from 543 before ours.
    [InlineData("ar-SA")] // Another calendar altogether.
    public void Read_UnderAnotherCulture_HasTheSameId(string culture)
    {
        var id = Read(Items.Noon).Announcement!.Id;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(id, Read(Items.Noon).Announcement!.Id);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Read_SummaryOfTheLimit_IsKept() =>
        Assert.Equal(2000, Items.Telling("t", summary: new string('x', 2000)).Summary.Length);

    [Fact]
    public void Read_LongSummary_IsCutWithAnEllipsis() =>
        Assert.Equal(
            new string('x', 2000) + "…",
            Items.Telling("t", summary: new string('x', 2001)).Summary
        );

    [Fact]
    public void Read_SummaryCutInsideACharacter_LosesThatCharacterWhole() =>
        Assert.Equal(
            new string('x', 1999) + "…",
            Items.Telling("t", summary: new string('x', 1999) + "😀 and more").Summary
        );

    private static ReadOutcome Read(DateTimeOffset at) =>
        AnnouncementReader.Read(
            Items.Item("t", at),
            Items.AboutNvidia,
            Items.Watchlist,
            Items.Noon.AddHours(1)
        );
}
