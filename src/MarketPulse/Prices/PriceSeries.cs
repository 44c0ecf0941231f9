using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>A symbol's bars in session order, with the returns that corporate actions don't distort.</summary>
/// <remarks>
/// Adjusted closes are on the basis of the series' last bar and use the factors that CRSP and Yahoo use:
/// on an ex-date every earlier close is multiplied by (1 − dividend / previous close), before a split it is divided by the ratio.
/// Their ratios depend only on the two bars compared, so a return known on a day never changes later.
/// </remarks>
public sealed class PriceSeries
{
    private readonly ImmutableArray<DailyPrice> _bars;
    private readonly double[] _adjusted;
    private readonly double[] _splitOnly;
    private readonly Dictionary<DateOnly, int> _index;

    /// <exception cref="ArgumentException">Two bars of one session, or bars out of order.</exception>
    public PriceSeries(string symbol, IEnumerable<DailyPrice> bars)
    {
        Symbol = symbol;
        _bars = [.. bars];
        _index = new Dictionary<DateOnly, int>(_bars.Length);
        for (var i = 0; i < _bars.Length; i++)
        {
            if (i > 0 && _bars[i].Session <= _bars[i - 1].Session)
            {
                throw new ArgumentException(
                    $"{symbol}: the bar of {_bars[i].Session:yyyy-MM-dd} follows that of {_bars[i - 1].Session:yyyy-MM-dd}; bars must be in order, one a session."
                );
            }

            _index[_bars[i].Session] = i;
        }

        _adjusted = new double[_bars.Length];
        _splitOnly = new double[_bars.Length];
        var (total, split) = (1.0, 1.0);
        for (var i = _bars.Length - 1; i >= 0; i--)
        {
            _adjusted[i] = _bars[i].Close * total;
            _splitOnly[i] = _bars[i].Close * split;
            if (i > 0)
            {
                // The dividend is per new share when a split falls on the same day, so it is compared on the new basis.
                var previous = _bars[i - 1].Close / _bars[i].SplitRatio;
                total *= (1 - (_bars[i].Dividend / previous)) / _bars[i].SplitRatio;
                split /= _bars[i].SplitRatio;
            }
        }
    }

    public string Symbol { get; }

    public int Count => _bars.Length;

    public DailyPrice this[int index] => _bars[index];

    public ImmutableArray<DailyPrice> Bars => _bars;

    /// <summary>The index of a session's bar, or −1 where the series has none.</summary>
    public int IndexOf(DateOnly session) => _index.GetValueOrDefault(session, -1);

    /// <summary>The index of the last bar on or before a date, or −1.</summary>
    public int LastIndexOnOrBefore(DateOnly date)
    {
        var (low, high) = (0, _bars.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _bars[middle].Session <= date ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>The close adjusted for splits and dividends, on the basis of the last bar.</summary>
    public double AdjustedClose(int index) => _adjusted[index];

    /// <summary>The simple total return from the bar before (dividends reinvested), as a fraction; NaN for the first bar.</summary>
    public double Return(int index) =>
        index == 0 ? double.NaN : (_adjusted[index] / _adjusted[index - 1]) - 1;

    /// <summary>The simple price return between two bars, splits undone, dividends not counted: what papers quote.</summary>
    public double PriceReturn(int from, int to) => (_splitOnly[to] / _splitOnly[from]) - 1;

    /// <summary>A past close on a later bar's share count (a close before a 10-for-1 split, seen after it, is a tenth).</summary>
    public double CloseOnBasisOf(int index, int basis) =>
        _bars[index].Close
        * (_splitOnly[index] / _bars[index].Close)
        / (_splitOnly[basis] / _bars[basis].Close);

    /// <summary>The index of the last bar of the year before a bar's own, or −1: the base of "year to date".</summary>
    public int YearToDateBase(int index) =>
        LastIndexOnOrBefore(new DateOnly(_bars[index].Session.Year - 1, 12, 31));
}
