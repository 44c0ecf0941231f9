using MarketPulse.Feeds;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Announcements;

/// <summary>Reads every feed that changed and stores its stories (IO). A feed that fails never stops the others.</summary>
public sealed class AnnouncementIngestion(
    Watchlist watchlist,
    FeedClient feeds,
    AnnouncementTable table,
    SourceTable sources,
    TimeProvider clock,
    ILogger<AnnouncementIngestion> log
)
{
    public const string Sort = "feed";

    /// <summary>
    /// How far back an item without a date is looked for: it counts from when it was first seen, and feeds keep items for long.
    /// </summary>
    public static readonly TimeSpan UndatedReach = TimeSpan.FromDays(400);

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        var states = await sources.ReadAsync<FeedState>(Sort, cancellation);
        foreach (var feed in watchlist.Feeds)
        {
            var state = states.GetValueOrDefault(feed.Name, new FeedState());
            if (state.NotBefore > clock.GetUtcNow())
            {
                log.LogInformation(
                    "Feed {Feed} asked not to be asked before {NotBefore:u}.",
                    feed.Name,
                    state.NotBefore
                );
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
            log.LogWarning(
                "Feed {Feed} has moved to {Address} for good: change it in the watchlist.",
                feed.Name,
                moved
            );
        }

        foreach (var note in document.Notes)
        {
            log.LogInformation("Feed {Feed}: {Note}", feed.Name, note);
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
        foreach (var item in items)
        {
            var outcome = AnnouncementReader.Read(item, feed, watchlist, now);
            held |= outcome.IsHeld;
            if (outcome.Announcement is { } telling)
            {
                tellings.Add(telling);
            }
            else
            {
                log.LogDebug(
                    "Feed {Feed}: '{Title}' skipped, {Reason}.",
                    feed.Name,
                    item.Title,
                    outcome.Reason
                );
            }
        }

        foreach (var symbol in tellings.GroupBy(t => t.Symbol))
        {
            await StoreAsync(
                symbol.Key,
                [.. symbol.OrderBy(t => t.OrderedAt).ThenBy(t => t.Id, StringComparer.Ordinal)],
                report,
                cancellation
            );
        }

        return held;
    }

    private async Task StoreAsync(
        string symbol,
        List<Announcement> tellings,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var reach = tellings.Any(t => t.PublishedAt is null) ? UndatedReach : Stories.Span;
        var known = (
            await table.ReadAsync(
                symbol,
                tellings[0].OrderedAt - reach,
                tellings[^1].OrderedAt + Stories.Span,
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
                report.Count("retellings");
                log.LogInformation(
                    "'{Title}' is '{Story}' told again ({Reason}).",
                    telling.Title,
                    merged.Title,
                    same.Reason
                );
            }
        }

        await table.WriteAsync(changed.Values, cancellation);
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
