using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class StoryEditsTests
{
    private static readonly Announcement Stored = Items.Telling(
        "NVIDIA Launches a GPU",
        summary: "It is fast."
    );

    [Fact]
    public void Merge_SameItemUnchanged_IsTheSameObject() =>
        Assert.Same(Stored, Stories.Merge(Stored, Again()));

    [Fact]
    public void Merge_NewTitle_ReplacesItAndKeepsTheOldOne()
    {
        var edited = Stories.Merge(Stored, Again(title: "NVIDIA Launches Two GPUs"));
        Assert.Equal("NVIDIA Launches Two GPUs", edited.Title);
        Assert.Equal(Stored.Id, edited.Id);
        Assert.Null(edited.CorrectedAt);
        Assert.Equal(
            new AnnouncementEdit(
                Items.Noon.AddHours(3),
                "newsroom",
                "title",
                "NVIDIA Launches a GPU",
                "NVIDIA Launches Two GPUs"
            ),
            Assert.Single(edited.Edits)
        );
    }

    [Fact]
    public void Merge_NewTitleOfAnotherKind_KeepsTheKindThatMailsWereLedBy() =>
        Assert.Equal(
            AnnouncementKind.Product,
            Stories.Merge(Stored, Again(title: "NVIDIA Announces Financial Results")).Kind
        );

    [Fact]
    public void Merge_NewSummary_ReplacesItAndKeepsTheOldOne()
    {
        var edited = Stories.Merge(Stored, Again(summary: "It is very fast."));
        Assert.Equal("It is very fast.", edited.Summary);
        var edit = Assert.Single(edited.Edits);
        Assert.Equal(
            ("summary", "It is fast.", "It is very fast."),
            (edit.Field, edit.Was, edit.Became)
        );
        Assert.Same(edited, Stories.Merge(edited, Again(summary: "It is very fast.")));
    }

    [Fact]
    public void Merge_DateBeforeItWasSeen_CorrectsThePublishedInstant()
    {
        var edited = Stories.Merge(Stored, Again(at: Items.Noon.AddHours(-20)));
        Assert.Equal(Items.Noon.AddHours(-20), edited.PublishedAt);
        Assert.Equal(Items.Noon.AddHours(3), edited.CorrectedAt);
        Assert.Equal("published", Assert.Single(edited.Edits).Field);
    }

    [Fact]
    public void Merge_DateAfterItWasSeen_IsAnUpdateAndMovesNothing()
    {
        var again = Again(at: Items.Noon.AddHours(2));
        var edited = Stories.Merge(Stored, again);
        Assert.Equal(Items.Noon, edited.PublishedAt);
        Assert.Equal(Items.Noon.AddHours(2), edited.UpdatedAt);
        Assert.Null(edited.CorrectedAt);
        Assert.Same(edited, Stories.Merge(edited, again));
    }

    [Fact]
    public void Merge_DateOfLastYear_IsNotBelieved() =>
        Assert.Same(Stored, Stories.Merge(Stored, Again(at: Items.Noon.AddDays(-300))));

    [Fact]
    public void Merge_ManyEdits_KeepsTheNewest()
    {
        var edited = Enumerable
            .Range(0, 25)
            .Aggregate(
                Stored,
                (story, i) => Stories.Merge(story, Again(title: $"NVIDIA version {i}"))
            );
        Assert.Equal(StoryEdits.Most, edited.Edits.Length);
        Assert.Equal("NVIDIA version 24", edited.Edits[^1].Became);
    }

    [Fact]
    public void Find_ItemUnderANewIdAndDate_IsTheSameByItsText() =>
        Assert.Equal(
            (Stored, "same text"),
            Stories.Find(
                Items.Telling(
                    Stored.Title,
                    Items.Noon.AddDays(9),
                    "https://news.example.org/moved",
                    "new",
                    summary: "It is fast."
                ),
                [Stored]
            )
        );

    [Fact]
    public void Find_AddressUsedAgainWeeksLaterForSomethingElse_IsAnotherStory() =>
        Assert.Null(
            Stories.Find(
                Items.Telling("Keynote tonight: what to expect", Items.Noon.AddDays(20)),
                [Stored]
            )
        );

    [Fact]
    public void Find_IdentifierThatBecomesTheAddress_IsTheSameItem()
    {
        const string permalink = "https://blog.example.org/post";
        var known = Items.Telling("NVIDIA Opens a Laboratory", url: "", guid: permalink);
        Assert.NotNull(
            Stories.Find(
                Items.Telling(
                    "Renamed altogether",
                    url: permalink,
                    guid: "https://blog.example.org/?p=7"
                ),
                [known]
            )
        );
    }

    private static Announcement Again(
        string? title = null,
        DateTimeOffset? at = null,
        string summary = "It is fast."
    ) =>
        Items.Telling(title ?? Stored.Title, at, summary: summary) with
        {
            FirstSeenAt = Items.Noon.AddHours(3),
        };
}
