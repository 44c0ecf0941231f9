using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Queries.Questions;

/// <summary>Whether functions run, feeds answer, bars are there and mails go out (IO).</summary>
public sealed class HealthQuestion(
    Watchlist watchlist,
    RunTable runs,
    SourceTable sources,
    PriceTable prices,
    Outbox outbox,
    IConfiguration configuration,
    TimeProvider clock
) : Question<HealthLine>(Asked, watchlist)
{
    /// <summary>A run that is later than its schedule by this is missing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "health",
        "Whether the functions run on time, the feeds answer, the bars are there and the mails go out.",
        [],
        IsPaged: false
    );

    protected override async Task<Page<HealthLine>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    ) =>
        new(
            [
                .. await FunctionsAsync(cancellation),
                .. await FeedsAsync(cancellation),
                .. await PricesAsync(cancellation),
                await MailAsync(cancellation),
            ],
            null
        );

    private async Task<IEnumerable<HealthLine>> FunctionsAsync(CancellationToken cancellation)
    {
        var last = (await runs.ReadAsync(cancellation)).ToDictionary(r => r.Function);
        return FunctionNames.All.Select(function =>
        {
            if (!last.TryGetValue(function, out var run))
            {
                return new HealthLine("function", function, HealthState.Never, null, "never ran");
            }

            var next = Schedules
                .Of(configuration, function)
                .GetNextOccurrence(run.FinishedAt.UtcDateTime);
            var late = new DateTimeOffset(next, TimeSpan.Zero) + Grace < clock.GetUtcNow();
            return new HealthLine(
                "function",
                function,
                late ? HealthState.Late : HealthState.Ok,
                run.FinishedAt,
                late ? $"was due {next:yyyy-MM-dd HH:mm} UTC" : $"next {next:yyyy-MM-dd HH:mm} UTC"
            );
        });
    }

    private async Task<IEnumerable<HealthLine>> FeedsAsync(CancellationToken cancellation)
    {
        var states = await sources.ReadAsync<FeedState>(AnnouncementIngestion.Sort, cancellation);
        return Watchlist.Feeds.Select(feed =>
            states.GetValueOrDefault(feed.Name) switch
            {
                null => new HealthLine("feed", feed.Name, HealthState.Never, null, "never read"),
                { FailingSince: { } since } => new(
                    "feed",
                    feed.Name,
                    HealthState.Failing,
                    since,
                    $"failing since {since:yyyy-MM-dd HH:mm} UTC"
                ),
                _ => new("feed", feed.Name, HealthState.Ok, null, "answers"),
            }
        );
    }

    private async Task<IReadOnlyList<HealthLine>> PricesAsync(CancellationToken cancellation)
    {
        var due = TradingCalendar.LastCompleted(clock.GetUtcNow(), PriceIngestion.Margin);
        var lines = new List<HealthLine>();
        foreach (var symbol in Watchlist.PricedSymbols)
        {
            var stored = await prices.ReadNewestAsync(
                symbol,
                due,
                days: 25,
                Watchlist.Since,
                cancellation
            );
            if (stored.Count == 0)
            {
                lines.Add(new("prices", symbol, HealthState.Never, null, "no bar is stored"));
                continue;
            }

            var last = stored[^1].Session;
            var missing = last >= due ? 0 : TradingCalendar.Sessions(last.AddDays(1), due).Count();
            lines.Add(
                new(
                    "prices",
                    symbol,
                    missing >= Watchdog.SessionsBehind ? HealthState.Late : HealthState.Ok,
                    TradingCalendar.OpenOf(last),
                    missing == 0
                        ? $"up to {last:yyyy-MM-dd}"
                        : $"up to {last:yyyy-MM-dd}, {missing} sessions missing"
                )
            );
        }

        return lines;
    }

    private async Task<HealthLine> MailAsync(CancellationToken cancellation)
    {
        var pending = (await outbox.ReadAsync(Outbox.Pending, cancellation)).Count;
        var dead = (await outbox.ReadAsync(Outbox.Dead, cancellation)).Count;
        return new(
            "mail",
            "outbox",
            dead > 0 ? HealthState.Failing : HealthState.Ok,
            null,
            $"{pending} waiting, {dead} set aside"
        );
    }
}
