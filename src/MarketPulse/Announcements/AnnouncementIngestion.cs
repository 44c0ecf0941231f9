using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Feeds;
using MarketPulse.Storage;
using MarketPulse.Telemetry;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Announcements;

/// <summary>Reads every feed that changed and stores its stories (IO). A feed that fails never stops the others.</summary>
public sealed class AnnouncementIngestion(
    Watchlist watchlist,
    FeedClient feeds,
    AnnouncementTable table,
    SourceTable sources,
    Lexicon lexicon,
    TimeProvider clock,
    ILogger<AnnouncementIngestion> log
)
{
    public const string Sort = "feed";

    /// <summary>
    /// How far around its date an item is looked for where it has none or its feed is the company's own: such feeds are short,
    /// keep items for long and date them anew. Others are looked for within <see cref="Stories.SameTextSpan"/>: wires bring
    /// dozens a day, and every change of a feed reads what lies within.
    /// </summary>
    public static readonly TimeSpan OwnReach = TimeSpan.FromDays(400);

    /// <summary>Characters of an item's text that claims are read from: those of a long article, and no more than a run has time for.</summary>
    public const int ClaimsReach = 20_000;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        var states = await sources.ReadAsync<FeedState>(Sort, cancellation);
        foreach (var feed in watchlist.Feeds)
        {
            var state = states.GetValueOrDefault(feed.Name, new FeedState());
            if (state.NotBefore > clock.GetUtcNow())
            {
                log.FeedDeferred(feed.Name, state.NotBefore);
                continue;
            }

            try
            {
                await IngestAsync(feed, state, report, cancellation);
            }
            catch (FeedDeferredException error)
            {
                var deferred = state with { NotBefore = error.NotBefore };
                await FailAsync(feed, deferred, error.Message, report, cancellation);
            }
            catch (Exception error)
                when (error
                        is HttpRequestException
                            or IOException
                            or TimeoutException
                            or Polly.ExecutionRejectedException
                    || (
                        error is OperationCanceledException && !cancellation.IsCancellationRequested
                    )
                )
            {
                await FailAsync(feed, state, error.Message, report, cancellation);
            }
        }

        return report;
    }

    private async Task IngestAsync(
        WatchedFeed feed,
        FeedState state,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var reply = await feeds.GetAsync(
            feed.Url,
            new(state.ETag, state.LastModified),
            cancellation
        );
        if (reply is null)
        {
            if (state.FailingSince is not null)
            {
                await sources.WriteAsync(
                    Sort,
                    feed.Name,
                    state with
                    {
                        FailingSince = null,
                        Failure = null,
                    },
                    cancellation
                );
            }

            return;
        }

        var document = FeedParser.Parse(reply.Body, reply.Address, reply.Charset);
        if (document.Format is FeedFormat.None or FeedFormat.Page)
        {
            // A maintenance page in a feed's place is no announcement.
            await FailAsync(feed, state, document.Notes[^1], report, cancellation);
            return;
        }

        if (reply.MovedTo is { } moved)
        {
            log.FeedMoved(feed.Name, moved);
        }

        foreach (var note in document.Notes)
        {
            log.FeedNote(feed.Name, note);
        }

        var held = await StoreAsync(feed, document.Items, report, cancellation);

        // The validators go last and only when nothing was held back or cut off: until then the next run reads the same items again.
        var read =
            held || document.IsCutOff
                ? new FeedState()
                : new FeedState(reply.Validators.ETag, reply.Validators.LastModified);
        if (read != state)
        {
            await sources.WriteAsync(Sort, feed.Name, read, cancellation);
            report.Count("feeds read");
        }
    }

    private async Task<bool> StoreAsync(
        WatchedFeed feed,
        IReadOnlyList<FeedItem> items,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var held = false;
        var tellings = new List<Announcement>();
        var mentions = new List<SkippedItem>();
        foreach (var item in items)
        {
            var outcome = AnnouncementReader.Read(item, feed, watchlist, now);
            held |= outcome.IsHeld;
            if (outcome.Announcement is { } telling)
            {
                tellings.Add(
                    telling with
                    {
                        Claims = StoryClaims.Read(
                            item.Title,
                            item.TextUpTo(ClaimsReach),
                            DateOnly.FromDateTime(telling.OrderedAt.UtcDateTime),
                            lexicon,
                            watchlist.Find(telling.Symbol)?.Names
                        ),
                    }
                );
            }
            else
            {
                if (outcome.Reason.StartsWith(Relevance.Passing, StringComparison.Ordinal))
                {
                    mentions.Add(
                        new(
                            now,
                            FeedText.Cut(item.Title, 200),
                            FeedText.Cut(item.Url, 200),
                            outcome.Reason
                        )
                    );
                }

                log.ItemSkipped(feed.Name, item.Title, outcome.Reason);
            }
        }

        foreach (var symbol in tellings.GroupBy(t => t.Symbol))
        {
            await StoreAsync(
                symbol.Key,
                // A document that holds an item twice mustn't pass for an edit of itself.
                [
                    .. symbol
                        .DistinctBy(t => Place(t.Sources[0]))
                        .OrderBy(t => t.OrderedAt)
                        .ThenBy(t => t.Id, StringComparer.Ordinal),
                ],
                feed.About is null ? Stories.SameTextSpan : OwnReach,
                report,
                cancellation
            );
        }

        if (mentions.Count > 0)
        {
            await KeepAsync(feed, mentions, cancellation);
        }

        return held;
    }

    private async Task KeepAsync(
        WatchedFeed feed,
        List<SkippedItem> mentions,
        CancellationToken cancellation
    )
    {
        var known =
            (
                await sources.ReadAsync<SkippedItems>(SkippedItems.Sort, cancellation)
            ).GetValueOrDefault(feed.Name) ?? new([]);
        var kept = known.With(mentions);
        if (kept != known)
        {
            await sources.WriteAsync(SkippedItems.Sort, feed.Name, kept, cancellation);
        }
    }

    private async Task StoreAsync(
        string symbol,
        List<Announcement> tellings,
        TimeSpan dated,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var reach = tellings.Any(t => t.PublishedAt is null) ? OwnReach : dated;
        var known = (
            await table.ReadAsync(
                symbol,
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
            Traces.Step(Traces.Stored, symbol, story.Id)?.Dispose();
        }
    }

    private static string Place(AnnouncementSource source) =>
        StoryAddress.Canonical(source.Url) is { Length: > 0 } place ? place : source.Guid;

    private async Task FailAsync(
        WatchedFeed feed,
        FeedState state,
        string failure,
        StageReport report,
        CancellationToken cancellation
    )
    {
        report.Problem(
            feed.Name,
            $"{failure.TrimEnd('.')}. What is stored stays; the next run asks again."
        );
        var failing = state with
        {
            FailingSince = state.FailingSince ?? clock.GetUtcNow(),
            Failure = failure,
        };
        if (failing != state)
        {
            await sources.WriteAsync(Sort, feed.Name, failing, cancellation);
        }
    }
}
