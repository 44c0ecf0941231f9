using System.Collections.Immutable;
using System.Globalization;

namespace MarketPulse.Prices;

/// <summary>Bars as a source gave them → those that can be believed and those that can't, each with its reason. Pure.</summary>
/// <param name="expected">The last completed session: what came after it is provisional and neither believed nor refused.</param>
/// <param name="today">The exchange's date of the present.</param>
/// <param name="largestReturn">The largest |total return| of one session that is believed, a fraction; infinite where nothing is doubted.</param>
public sealed class BarSieve(DateOnly expected, DateOnly today, double largestReturn)
{
    /// <param name="stored">What is already believed of the symbol: what a bar is compared with when it stands alone.</param>
    public (ImmutableArray<QuotedBar> Good, ImmutableArray<RefusedBar> Refused) Sift(
        PriceReply reply,
        PriceSeries stored
    )
    {
        var (good, refused) = (
            ImmutableArray.CreateBuilder<QuotedBar>(),
            ImmutableArray.CreateBuilder<RefusedBar>()
        );
        // An index or a fund has no volume on any day; a share that is never traded on a day wasn't quoted either.
        var hasVolume = reply.Bars.Any(b => b.Volume > 0) || stored.Bars.Any(b => b.Volume > 0);
        foreach (var bar in reply.Bars.Where(b => b.Session <= expected || b.Session > today))
        {
            if (Impossible(bar) is { } impossible)
            {
                refused.Add(new(bar, reply.Source, impossible, IsDoubtful: false));
            }
            else if (Doubtful(bar, Before(bar.Session, good, stored), hasVolume) is { } doubt)
            {
                refused.Add(new(bar, reply.Source, doubt, IsDoubtful: true));
            }
            else
            {
                good.Add(bar);
            }
        }

        return (good.ToImmutable(), refused.ToImmutable());
    }

    private string? Impossible(QuotedBar bar) =>
        bar.Session > today ? "its session is still to come"
        : bar.Session < TradingCalendar.First ? "it is older than the trading calendar"
        : TradingCalendar.ClosedBecause(bar.Session) is { } closed
            ? $"there was no session ({closed})"
        : bar.Problem;

    private string? Doubtful(QuotedBar bar, DailyPrice? before, bool hasVolume)
    {
        if (double.IsPositiveInfinity(largestReturn))
        {
            return null;
        }

        if (hasVolume && bar.Volume == 0)
        {
            return "no share was traded on an open session";
        }

        if (before is null)
        {
            return null;
        }

        // Moves add up over sessions without a bar: the bound grows with their root, as a random walk does.
        var sessions = TradingCalendar.Sessions(before.Session.AddDays(1), bar.Session).Count();
        var bound = largestReturn * Math.Sqrt(sessions);
        var move = ((bar.Close + bar.Dividend) * bar.SplitRatio / before.Close) - 1;
        return Math.Abs(move) <= bound
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"its return of {move:+0.0 %;−0.0 %} since {before.Session:yyyy-MM-dd} is over {bound:0.0 %}{(bar.SplitRatio == 1 ? " and there is no split" : "")}"
            );
    }

    private static DailyPrice? Before(
        DateOnly session,
        ImmutableArray<QuotedBar>.Builder good,
        PriceSeries stored
    )
    {
        var index = stored.LastIndexOnOrBefore(session.AddDays(-1));
        var last = index < 0 ? null : stored[index];
        return good.Count > 0 && (last is null || good[^1].Session >= last.Session)
            ? good[^1].ToDailyPrice()
            : last;
    }
}
