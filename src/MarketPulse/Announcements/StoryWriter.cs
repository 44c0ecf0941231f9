using MarketPulse.Storage;
using MarketPulse.Telemetry;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Announcements;

/// <summary>Stores a feed's tellings as stories: new ones, further tellings and edits of known ones (IO).</summary>
internal sealed class StoryWriter(AnnouncementTable table, ILogger log)
{
    /// <summary>
    /// How far around its date an item is looked for where it has none or its feed is the company's own: such feeds are short,
    /// keep items for long and date them anew. Others are looked for within <see cref="Stories.SameTextSpan"/>: wires bring
    /// dozens a day, and every change of a feed reads what lies within.
    /// </summary>
    public static readonly TimeSpan OwnReach = TimeSpan.FromDays(400);

    /// <param name="told">One symbol's tellings out of one feed.</param>
    /// <param name="isOwnFeed">Whether the feed is about this symbol alone.</param>
    /// <param name="report">Counts what is new.</param>
    public async Task WriteAsync(
        IGrouping<string, Announcement> told,
        bool isOwnFeed,
        StageReport report,
        CancellationToken cancellation
    )
    {
        // A document that holds an item twice mustn't pass for an edit of itself.
        List<Announcement> tellings =
        [
            .. told.DistinctBy(t => Place(t.Sources[0]))
                .OrderBy(t => t.OrderedAt)
                .ThenBy(t => t.Id, StringComparer.Ordinal),
        ];
        var reach =
            isOwnFeed || tellings.Any(t => t.PublishedAt is null) ? OwnReach : Stories.SameTextSpan;
        var known = (
            await table.ReadAsync(
                told.Key,
                tellings[0].OrderedAt - reach,
                tellings[^1].OrderedAt + reach,
                cancellation
            )
        ).ToList();
        var changed = new Dictionary<string, Announcement>();
        foreach (var telling in tellings)
        {
            if (Stories.Find(telling, known) is not { } same)
            {
                known.Add(telling);
                changed[telling.Id] = telling;
                report.Count("announcements");
                continue;
            }

            var merged = Stories.Merge(same.Announcement, telling);
            if (merged != same.Announcement)
            {
                known[known.IndexOf(same.Announcement)] = merged;
                changed[merged.Id] = merged;
                var isEdit = merged.Sources.Length == same.Announcement.Sources.Length;
                report.Count(isEdit ? "edits" : "retellings");
                log.StoryToldAgain(
                    telling.Title,
                    same.Announcement.Title,
                    isEdit ? "changed by its source" : "told again",
                    same.Reason
                );
            }
        }

        await table.WriteAsync(changed.Values, cancellation);
        foreach (var story in changed.Values)
        {
            Traces.Step(Traces.Stored, told.Key, story.Id)?.Dispose();
        }
    }

    private static string Place(AnnouncementSource source) =>
        StoryAddress.Canonical(source.Url) is { Length: > 0 } place ? place : source.Guid;
}
