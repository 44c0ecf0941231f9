using System.Collections.Immutable;
using MarketPulse.Announcements;

namespace MarketPulse.Alerts;

/// <summary>An announcement as a mail tells it.</summary>
/// <param name="Told">What kind and why so, and when in exchange time and UTC.</param>
/// <param name="Summary">May be empty.</param>
/// <param name="MoreSources">How many sources aren't listed, in words; empty when all are.</param>
public sealed record StoryAnnouncement(
    string Title,
    string Told,
    string Summary,
    ImmutableArray<StorySource> Sources,
    string MoreSources
)
{
    // A mail of more than about 100 KB is cut by the biggest webmail: what strangers write must not lead there.
    private const int MostAnnouncements = 7;
    private const int MostSources = 5;

    /// <summary>The leading announcement in full, the day's others with their first source; at most seven.</summary>
    public static ImmutableArray<StoryAnnouncement> All(
        ImmutableArray<Announcement> announcements,
        Wording words
    ) =>
        [
            Of(announcements[0], MostSources, words) with
            {
                Summary = MailText.Line(announcements[0].Summary, 400),
            },
            .. Shown(announcements).Skip(1).Select(a => Of(a, 1, words)),
        ];

    /// <summary>Those that a mail tells.</summary>
    public static IEnumerable<Announcement> Shown(ImmutableArray<Announcement> announcements) =>
        announcements.Take(MostAnnouncements);

    /// <summary>What a shortened list leaves out, in words; empty when nothing.</summary>
    public static string More(int all, int shown, Wording words) =>
        all > shown ? words[$"and {all - shown} more"] : "";

    private static StoryAnnouncement Of(Announcement announcement, int most, Wording words)
    {
        var when =
            announcement.PublishedAt is { } at ? words[$"published {words.Instant(at)}"]
            : announcement.PublishedOn is { } on
                ? words[$"dated {words.Date(on)}, time of day not given"]
            : words[$"no date given, first seen {words.Instant(announcement.FirstSeenAt)}"];
        var reason = MailText.Line(announcement.KindReason, 60);
        reason = words.Stored(reason);
        reason =
            reason.Length == 0 ? ""
            : announcement.Kind == AnnouncementKind.Other ? words[$", {reason}"]
            : words[$", recognised by {reason}"];
        return new StoryAnnouncement(
            MailText.Line(announcement.Title),
            words[$"Kind: {words.Word(AlertStory.Name(announcement.Kind))}{reason}; {when}."],
            "",
            [.. announcement.Sources.Take(most).Select(StorySource.Of)],
            More(announcement.Sources.Length, most, words)
        );
    }
}

/// <summary>One telling of it.</summary>
/// <param name="Link">An http(s) address, or null where the feed gave none that may be linked.</param>
public sealed record StorySource(string Feed, string? Link)
{
    public static StorySource Of(AnnouncementSource source) =>
        new(MailText.Line(source.Feed, 60), MailText.Link(source.Url));
}
