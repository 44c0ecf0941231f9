using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MarketPulse.Announcements.Claims;
using MarketPulse.Feeds;

namespace MarketPulse.Announcements;

/// <summary>An item that its source changed → the same announcement, changed in place, with the difference. Pure.</summary>
public static class StoryEdits
{
    /// <summary>Edits that are kept of one announcement.</summary>
    public const int Most = 10;

    /// <summary>Characters of each value that are kept.</summary>
    public const int Longest = 300;

    /// <summary>
    /// A correction of the published instant by more than this isn't believed: the source uses an old page again, and the
    /// announcement's row would no longer be found by its time.
    /// </summary>
    public static readonly TimeSpan FarthestCorrection = TimeSpan.FromDays(7);

    /// <summary>The announcement with what one of its sources says now.</summary>
    /// <param name="index">The source among those that are stored.</param>
    /// <returns>The very same object where nothing has changed.</returns>
    /// <remarks>
    /// The kind stays: it was decided when the story came, and mails may have been led by it. A date after the story was first
    /// seen can't be its publication and is kept as its update.
    /// </remarks>
    public static Announcement Apply(Announcement stored, int index, Announcement telling)
    {
        var (was, now) = (stored.Sources[index], telling.Sources[0]);
        var (changed, source) = (stored, was);
        var edits = new List<AnnouncementEdit>();
        void Note(string field, string before, string after) =>
            edits.Add(
                new(
                    telling.FirstSeenAt,
                    was.Feed,
                    field,
                    FeedText.Cut(before, Longest),
                    FeedText.Cut(after, Longest)
                )
            );

        if (was.Title != now.Title)
        {
            Note("title", was.Title, now.Title);
            source = source with { Title = now.Title };
            changed = index == 0 ? changed with { Title = telling.Title } : changed;
        }

        if (was.SummaryHash.Length > 0 && was.SummaryHash != now.SummaryHash)
        {
            var isShown = was.SummaryHash == HashOf(stored.Summary);
            Note("summary", isShown ? stored.Summary : "", telling.Summary);
            source = source with { SummaryHash = now.SummaryHash };
            changed = isShown ? changed with { Summary = telling.Summary } : changed;
        }

        if (was.Url != now.Url && !Stories.SameUrl(was.Url, now.Url) && now.Url.Length > 0)
        {
            Note("address", was.Url, now.Url);
            source = source with { Url = now.Url };
        }

        if (now.PublishedAt is { } date && date != was.PublishedAt && date != stored.UpdatedAt)
        {
            if (date > stored.FirstSeenAt + AnnouncementReader.ClockTolerance)
            {
                Note("updated", Text(stored.UpdatedAt), Text(date));
                changed = changed with { UpdatedAt = date };
            }
            else if (IsBelieved(stored, date))
            {
                Note("published", Text(was.PublishedAt), Text(date));
                source = source with { PublishedAt = date };
            }
        }

        if (now.UpdatedAt is { } updated && updated > (was.UpdatedAt ?? DateTimeOffset.MinValue))
        {
            Note("updated", Text(was.UpdatedAt), Text(updated));
            source = source with { UpdatedAt = updated };
            changed = changed.UpdatedAt >= updated ? changed : changed with { UpdatedAt = updated };
        }

        if (edits.Count == 0)
        {
            return stored;
        }

        source = source with { TextPrint = now.TextPrint };
        return Dated(
            changed with
            {
                Sources = stored.Sources.SetItem(index, source),
                Claims = StoryClaims.Union(stored.Claims, telling.Claims),
                Edits = [.. Kept(stored.Edits, edits).Concat(edits).TakeLast(Most)],
            },
            telling.FirstSeenAt
        );
    }

    /// <summary>The edits before these. A source that only sets its date again and again mustn't push out what it changed.</summary>
    private static IEnumerable<AnnouncementEdit> Kept(
        ImmutableArray<AnnouncementEdit> stored,
        List<AnnouncementEdit> edits
    ) =>
        stored is [.., var last]
        && edits.All(e => e.Field == "updated" && last.Field == e.Field && last.Feed == e.Feed)
            ? stored.Take(stored.Length - 1)
            : stored;

    /// <summary>The announcement under the earliest instant that its sources give, marked where that is another one than before.</summary>
    /// <param name="seenAt">When the change was read (UTC).</param>
    internal static Announcement Dated(Announcement announcement, DateTimeOffset seenAt)
    {
        var earliest =
            announcement
                .Sources.Select(s => s.PublishedAt)
                .Where(d => d is { } date && IsBelieved(announcement, date))
                .Min()
            ?? announcement.PublishedAt;
        return earliest == announcement.PublishedAt
            ? announcement
            : announcement with
            {
                PublishedAt = earliest,
                CorrectedAt = seenAt,
            };
    }

    private static bool IsBelieved(Announcement announcement, DateTimeOffset date) =>
        (date - announcement.StoredAt).Duration() <= FarthestCorrection;

    /// <summary>Enough of a hash to see that a summary has changed; empty for an empty one.</summary>
    internal static string HashOf(string summary) =>
        summary.Length == 0
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(summary)))[..12];

    private static string Text(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        ?? "";
}
