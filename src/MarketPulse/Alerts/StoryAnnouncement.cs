using System.Collections.Immutable;
using MarketPulse.Announcements;

namespace MarketPulse.Alerts;

/// <summary>An announcement as a mail tells it.</summary>
/// <param name="Told">What kind, and when in exchange time and UTC.</param>
/// <param name="Summary">May be empty.</param>
public sealed record StoryAnnouncement(
    string Title,
    string Told,
    string Summary,
    ImmutableArray<StorySource> Sources
)
{
    private const int MostSources = 8;

    public static StoryAnnouncement Of(Announcement announcement)
    {
        var when =
            announcement.PublishedAt is { } at ? $"published {Figures.Instant(at)}"
            : announcement.PublishedOn is { } on
                ? $"dated {Figures.Date(on)}, time of day not given"
            : $"no date given, first seen {Figures.Instant(announcement.FirstSeenAt)}";
        return new StoryAnnouncement(
            FeedText.Line(announcement.Title),
            $"Kind: {AlertStory.Name(announcement.Kind)}; {when}.",
            FeedText.Line(announcement.Summary, 400),
            [.. announcement.Sources.Take(MostSources).Select(StorySource.Of)]
        );
    }
}

/// <summary>One telling of it.</summary>
/// <param name="Link">An http(s) address, or null where the feed gave none that may be linked.</param>
public sealed record StorySource(string Feed, string? Link)
{
    public static StorySource Of(AnnouncementSource source) =>
        new(FeedText.Line(source.Feed, 60), FeedText.Link(source.Url));
}
