using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements.Doubts;

/// <summary>Tells figures whose words were likelier misread than written wrong.</summary>
internal sealed class Misreadings(PriceSeries series)
{
    /// <summary>A price this many times its session's, or this fraction of it, is of something else.</summary>
    private const double OtherThing = 2;

    /// <summary>No watched listing moved so far in a day, in per cent: a longer span's change.</summary>
    private const double LongerSpan = 30;

    /// <summary>Why a figure that doesn't hold isn't told wrong; null where it is.</summary>
    public string? Of(CheckedStatement held, DateOnly session)
    {
        var statement = held.Statement;
        return IsClose(statement, session)
                ? $"It is the close of {FigureText.Day(session)}; which price the words mean can't be told."
            : !statement.IsChange
            && held.Actual is { } actual
            && (statement.Value * OtherThing < actual || statement.Value > actual * OtherThing)
                ? $"It is too far from the prices of {FigureText.Day(session)} to be meant as one of them."
            : statement is { Field: PriceField.Change, Unit: "%" }
            && Math.Abs(statement.Value) >= LongerSpan
                ? "It is too large for one session; over what span can't be told."
            : null;
    }

    /// <summary>
    /// A figure that is its session's close to the last digit is no wrong open, high or low: "last at $110.42, lose ground
    /// before the opening", a closing record called a high.
    /// </summary>
    private bool IsClose(PriceStatement statement, DateOnly session) =>
        statement is { IsChange: false, Field: not PriceField.Close }
        && series.IndexOf(session) is >= 0 and var at
        && Math.Abs(series[at].Close - statement.Value)
            < 0.5 * Math.Pow(10, -statement.Decimals) + 1e-9;
}
