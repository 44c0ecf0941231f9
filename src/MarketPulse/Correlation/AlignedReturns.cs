using System.Collections.Immutable;
using MarketPulse.Prices;

namespace MarketPulse.Correlation;

/// <summary>A stock's and a benchmark's simple total returns on the exchange's sessions; NaN where either bar, or the one of the session before, is missing.</summary>
/// <remarks>A return over a gap covers two sessions' news and is no session's return, so it doesn't count.</remarks>
public sealed class AlignedReturns
{
    private readonly ImmutableArray<DateOnly> _sessions;
    private readonly double[] _stock;
    private readonly double[] _benchmark;

    public AlignedReturns(PriceSeries stock, PriceSeries benchmark)
    {
        _sessions =
            stock.Count == 0 || benchmark.Count == 0
                ? []
                :
                [
                    .. TradingCalendar.Sessions(
                        stock[0].Session,
                        Later(stock[^1].Session, benchmark[^1].Session)
                    ),
                ];
        _stock = Returns(stock);
        _benchmark = Returns(benchmark);
    }

    public ReadOnlySpan<DateOnly> Sessions => _sessions.AsSpan();

    public ReadOnlySpan<double> Stock => _stock;

    public ReadOnlySpan<double> Benchmark => _benchmark;

    /// <summary>The index of a session, or −1 where it is outside.</summary>
    public int IndexOf(DateOnly session) =>
        _sessions.BinarySearch(session) is >= 0 and var index ? index : -1;

    private double[] Returns(PriceSeries series)
    {
        var returns = new double[_sessions.Length];
        for (var i = 0; i < returns.Length; i++)
        {
            var at = series.IndexOf(_sessions[i]);
            var follows = i > 0 && at > 0 && series[at - 1].Session == _sessions[i - 1];
            returns[i] = follows ? series.Return(at) : double.NaN;
        }

        return returns;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
