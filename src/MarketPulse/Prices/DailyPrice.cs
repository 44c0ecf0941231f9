namespace MarketPulse.Prices;

/// <summary>One session's bar of one symbol, as it was traded: nothing in it is adjusted for later splits or dividends.</summary>
/// <remarks>
/// Prices are in the listing's currency per share, volume in shares, both on the share count of that session.
/// <see cref="Dividend"/> is the cash per share whose ex-date is this session (0 if none);
/// <see cref="SplitRatio"/> is new shares per old share, effective before this session's open (1 if none; 10 for a 10-for-1).
/// Because each bar carries its own corporate actions, adjusted series are derived when read (<see cref="PriceSeries"/>)
/// and vintages can't be mixed.
/// </remarks>
public sealed record DailyPrice
{
    /// <exception cref="ArgumentException">A figure is missing, negative or contradicts the others; the message names it.</exception>
    public DailyPrice(
        DateOnly session,
        double open,
        double high,
        double low,
        double close,
        long volume,
        double dividend = 0,
        double splitRatio = 1
    )
    {
        if (Problem(open, high, low, close, volume, dividend, splitRatio) is { } problem)
        {
            throw new ArgumentException($"The bar of {session:yyyy-MM-dd} can't be: {problem}.");
        }

        Session = session;
        Open = open;
        High = high;
        Low = low;
        Close = close;
        Volume = volume;
        Dividend = dividend;
        SplitRatio = splitRatio;
    }

    /// <summary>The exchange's date of the session.</summary>
    public DateOnly Session { get; }

    public double Open { get; }

    public double High { get; }

    public double Low { get; }

    public double Close { get; }

    public long Volume { get; }

    public double Dividend { get; }

    public double SplitRatio { get; }

    /// <summary>What is impossible about these figures, or null: the one rule for what a bar may be.</summary>
    public static string? Problem(
        double open,
        double high,
        double low,
        double close,
        long volume,
        double dividend = 0,
        double splitRatio = 1
    )
    {
        // Feeds round each field on its own: a thousandth of a per cent is rounding, more is a wrong bar.
        var slack = Math.Max(Math.Abs(high), Math.Abs(close)) * 1e-5;
        return !double.IsFinite(close) || close <= 0 ? $"close {close} is not a positive number"
            : !double.IsFinite(open) || open <= 0 ? $"open {open} is not a positive number"
            : !double.IsFinite(high) || !double.IsFinite(low) || low <= 0
                ? $"high {high} or low {low} is not a positive number"
            : high < low ? $"high {high} is under low {low}"
            : close > high + slack || close < low - slack
                ? $"close {close} is outside {low} to {high}"
            : open > high + slack || open < low - slack ? $"open {open} is outside {low} to {high}"
            : volume < 0 ? $"volume {volume} is negative"
            : !double.IsFinite(dividend) || dividend < 0 || dividend >= close
                ? $"dividend {dividend} is not between 0 and the close"
            : !double.IsFinite(splitRatio) || splitRatio <= 0
                ? $"split ratio {splitRatio} is not positive"
            : null;
    }
}
