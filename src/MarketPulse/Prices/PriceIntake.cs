using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MarketPulse.Prices;

/// <summary>A source's answer → stored bars, kept revisions and quarantined ones (IO). What scheduled runs and a backfill share.</summary>
public sealed class PriceIntake(
    PriceTable table,
    PriceQuarantine quarantine,
    PriceSources sources,
    IOptions<PriceOptions> options,
    ILogger<PriceIntake> log
)
{
    /// <summary>How long after its close a session that the first source lacks is asked of the others.</summary>
    public static readonly TimeSpan PatienceWithFirst = TimeSpan.FromHours(3);

    /// <summary>Relative difference up to which two sources mean the same close.</summary>
    private const double SameClose = 0.002;

    private const int MostLogged = 5;

    /// <summary>Takes an answer in.</summary>
    internal async Task<IntakeResult> TakeAsync(
        IntakeRequest request,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var (symbol, stored, reply, from, expected, now) = request;
        foreach (var note in reply.Notes)
        {
            log.LogWarning("{Symbol} {Note}", symbol, note);
        }

        var sieve = new BarSieve(
            expected,
            TradingCalendar.DateOf(now),
            request.Believe ? double.PositiveInfinity : options.Value.LargestReturn
        );
        var series = new PriceSeries(symbol, stored.Select(s => s.Bar));
        var asked = reply with { Bars = [.. reply.Bars.Where(b => b.Session >= from)] };
        var (good, refused) = sieve.Sift(asked, series);
        if (AdjustedCloses.Disagreement(asked) is { } disagreement)
        {
            log.LogWarning("{Symbol} {Note}", symbol, disagreement);
        }

        var bars = stored.ToDictionary(s => s.Session);
        var taken = good.ToDictionary(b => b.Session, b => (Bar: b, reply.Source));
        var doubts = refused.ToDictionary(r => r.Bar.Session);
        await AskOthersAsync();

        var writes = new List<StoredBar>();
        var revisions = new List<(StoredBar Former, QuotedBar Now)>();
        foreach (var (bar, source) in taken.Values.OrderBy(t => t.Bar.Session))
        {
            if (!bars.TryGetValue(bar.Session, out var former))
            {
                writes.Add(new(bar.ToDailyPrice(), source, now, bar.AdjustedClose, []));
            }
            else if (
                !former.Says(bar.ToDailyPrice())
                && sources.RankOf(source) <= sources.RankOf(former.Source)
            )
            {
                revisions.Add((former, bar));
                writes.Add(former.Revised(bar.ToDailyPrice(), source, now, bar.AdjustedClose));
            }
        }

        if (writes.Count > 0)
        {
            await table.WriteAsync(symbol, writes, cancellation);
            report.Count("bars", writes.Count);
            report.CountSome("bars revised", revisions.Count);
            LogRevisions(symbol, revisions);
        }

        foreach (var write in writes)
        {
            bars[write.Session] = write;
        }

        return new(
            [.. bars.Values.OrderBy(b => b.Session)],
            writes.Count - revisions.Count,
            revisions.Count,
            doubts.Count > 0 || request.MayBeHeld ? await SettleAsync() : 0
        );

        // What the first source lacks, or is doubted about, is asked of the next ones.
        async Task AskOthersAsync()
        {
            var overdue = TradingCalendar.LastCompleted(now, PatienceWithFirst);
            var others = sources.All.Where(s =>
                !request.IsAlone && sources.RankOf(s.Name) > sources.RankOf(reply.Source)
            );
            foreach (var other in others)
            {
                var open = Open(overdue);
                if (open.Count == 0)
                {
                    return;
                }

                try
                {
                    var second = await other.GetAsync(symbol, open.Min(), now, cancellation);
                    Confirm(second);
                    foreach (
                        var bar in sieve
                            .Sift(second, Believed())
                            .Good.Where(b => open.Contains(b.Session))
                    )
                    {
                        taken.TryAdd(bar.Session, (bar, second.Source));
                        doubts.Remove(bar.Session);
                    }
                }
                catch (PriceSourceException error)
                {
                    log.LogWarning("{Symbol} {Note}", symbol, error.Message);
                }
            }
        }

        HashSet<DateOnly> Open(DateOnly overdue)
        {
            var first = bars.Keys.Concat(taken.Keys).DefaultIfEmpty(expected).Min();
            return
            [
                .. TradingCalendar
                    .Sessions(first > from ? first : from, overdue < expected ? overdue : expected)
                    .Where(s => !bars.ContainsKey(s) && !taken.ContainsKey(s)),
            ];
        }

        PriceSeries Believed() =>
            new(
                symbol,
                bars.Values.Select(b => b.Bar)
                    .Where(b => !taken.ContainsKey(b.Session))
                    .Concat(taken.Values.Select(t => t.Bar.ToDailyPrice()))
                    .OrderBy(b => b.Session)
            );

        void Confirm(PriceReply second)
        {
            foreach (var bar in second.Bars)
            {
                if (
                    doubts.TryGetValue(bar.Session, out var doubt)
                    && doubt.IsDoubtful
                    && Math.Abs(bar.Close - doubt.Bar.Close) <= SameClose * doubt.Bar.Close
                    && bar.Volume > 0 == doubt.Bar.Volume > 0
                )
                {
                    doubts.Remove(bar.Session);
                    taken[bar.Session] = (doubt.Bar, doubt.Source);
                }
            }
        }

        async Task<int> SettleAsync()
        {
            var (fresh, released, held) = await quarantine.SettleAsync(
                symbol,
                from,
                request.To,
                doubts.Values,
                now,
                cancellation
            );
            foreach (var bar in fresh)
            {
                report.Problem(symbol, bar.ToString());
                report.Count("bars held back");
            }

            foreach (var bar in released)
            {
                log.LogWarning(
                    "{Symbol} {Session:yyyy-MM-dd}: the bar that was held back is {Fate}.",
                    symbol,
                    bar.Session,
                    taken.ContainsKey(bar.Session) ? "put right" : "withdrawn"
                );
                report.Count("bars let go");
            }

            return held;
        }
    }

    private void LogRevisions(string symbol, List<(StoredBar Former, QuotedBar Now)> revisions)
    {
        foreach (var (former, now) in revisions.Take(MostLogged))
        {
            log.LogWarning(
                "{Symbol} {Session:yyyy-MM-dd}: the source revised its bar; close {Old} is now {New}.",
                symbol,
                now.Session,
                former.Bar.Close,
                now.Close
            );
        }

        if (revisions.Count > MostLogged)
        {
            log.LogWarning(
                "{Symbol}: {More} more bars were revised, up to that of {Session:yyyy-MM-dd}.",
                symbol,
                revisions.Count - MostLogged,
                revisions[^1].Now.Session
            );
        }
    }
}
