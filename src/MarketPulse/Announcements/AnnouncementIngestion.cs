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

    /// <summary>Characters of an item's text that claims are read from: those of a long article, and no more than a run has time for.</summary>
    public const int ClaimsReach = 20_000;

    private readonly StoryWriter _stories = new(table, log);

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
        var read = FeedTellings.Of(items, feed, watchlist, lexicon, now);
        foreach (var (item, reason) in read.Skipped)
        {
            log.ItemSkipped(feed.Name, item.Title, reason);
        }

        foreach (var symbol in read.Tellings.GroupBy(t => t.Symbol))
        {
            await _stories.WriteAsync(
                symbol,
                isOwnFeed: feed.About is not null,
                report,
                cancellation
            );
        }

        if (read.PassingMentions(now) is { Count: > 0 } mentions)
        {
            await KeepAsync(feed, mentions, cancellation);
        }

        return read.IsHeld;
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
