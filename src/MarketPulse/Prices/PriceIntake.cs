using MarketPulse.Telemetry;
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
            log.PriceNote(symbol, note);
        }

        var sieve = new BarSieve(
            expected,
            TradingCalendar.DateOf(now),
            request.Believe ? double.PositiveInfinity : options.Value.LargestReturn
        );
        var asked = reply with { Bars = [.. reply.Bars.Where(b => b.Session >= from)] };
        if (AdjustedCloses.Disagreement(asked) is { } disagreement)
        {
            log.PriceNote(symbol, disagreement);
        }

        var judged = new JudgedBars(symbol, stored, sieve, asked);
        await AskOthersAsync(request, judged, cancellation);

        var bars = stored.ToDictionary(s => s.Session);
        var writes = new List<StoredBar>();
        var revisions = new List<(StoredBar Former, QuotedBar Now)>();
        foreach (var (bar, source) in judged.Taken)
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
            judged.Refused.Count > 0 || request.MayBeHeld
                ? await SettleAsync(request, judged, report, cancellation)
                : 0
        );
    }

    /// <summary>What the first source lacks, or is doubted about, is asked of the next ones.</summary>
    private async Task AskOthersAsync(
        IntakeRequest request,
        JudgedBars judged,
        CancellationToken cancellation
    )
    {
        if (request.IsAlone)
        {
            return;
        }

        var overdue = TradingCalendar.LastCompleted(request.Now, PatienceWithFirst);
        var until = overdue < request.Expected ? overdue : request.Expected;
        var first = sources.RankOf(request.Reply.Source);
        foreach (var other in sources.All.Where(s => sources.RankOf(s.Name) > first))
        {
            var open = judged.Open(request.From, until);
            if (open.Count == 0)
            {
                return;
            }

            try
            {
                judged.Hear(
                    await other.GetAsync(request.Symbol, open.Min(), request.Now, cancellation),
                    open
                );
            }
            catch (PriceSourceException error)
            {
                log.PriceNote(request.Symbol, error.Message);
            }
        }
    }

    private async Task<int> SettleAsync(
        IntakeRequest request,
        JudgedBars judged,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var (fresh, released, held) = await quarantine.SettleAsync(
            request.Symbol,
            request.From,
            request.To,
            judged.Refused,
            request.Now,
            cancellation
        );
        foreach (var bar in fresh)
        {
            report.Problem(request.Symbol, bar.ToString());
            report.Count("bars held back");
        }

        foreach (var bar in released)
        {
            log.BarLetGo(
                request.Symbol,
                bar.Session,
                judged.IsTaken(bar.Session) ? "put right" : "withdrawn"
            );
            report.Count("bars let go");
        }

        return held;
    }

    private void LogRevisions(string symbol, List<(StoredBar Former, QuotedBar Now)> revisions)
    {
        foreach (var (former, now) in revisions.Take(MostLogged))
        {
            log.BarRevised(symbol, now.Session, former.Bar.Close, now.Close);
        }

        if (revisions.Count > MostLogged)
        {
            log.MoreBarsRevised(symbol, revisions.Count - MostLogged, revisions[^1].Now.Session);
        }
    }
}
