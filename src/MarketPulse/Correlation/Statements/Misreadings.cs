using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Keeps nobody from being told wrong whose words were likelier misread.</summary>
internal static class Misreadings
{
    /// <summary>A price this many times its session's, or this fraction of it, is of something else.</summary>
    private const double OtherThing = 2;

    /// <summary>No watched listing moved so far in a day, in per cent: a longer span's change.</summary>
    private const double LongerSpan = 30;

    /// <summary>The verdict, or that it can't be told where a figure that doesn't hold is too far off to be meant so.</summary>
    public static CheckedStatement Soften(
        CheckedStatement held,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        if (held is not { Verdict: StatementVerdict.Contradicted, Session: { } session })
        {
            return held;
        }

        var statement = held.Statement;
        return IsClose(statement, session, prices)
                ? Unknown(
                    held,
                    $"It is the close of {FigureText.Day(session)}; which price the words mean can't be told."
                )
            : !statement.IsChange
            && held.Actual is { } actual
            && (statement.Value * OtherThing < actual || statement.Value > actual * OtherThing)
                ? Unknown(
                    held,
                    $"It is too far from the prices of {FigureText.Day(session)} to be meant as one of them."
                )
            : statement is { Field: PriceField.Change, Unit: "%" }
            && Math.Abs(statement.Value) >= LongerSpan
                ? Unknown(held, "It is too large for one session; over what span can't be told.")
            : held;
    }

    /// <summary>
    /// A figure that is its session's close to the last digit is no wrong open, high or low: "last at $110.42, lose ground
    /// before the opening", a closing record called a high.
    /// </summary>
    private static bool IsClose(
        PriceStatement statement,
        DateOnly session,
        IReadOnlyDictionary<string, PriceSeries> prices
    ) =>
        statement is { IsChange: false, Field: not PriceField.Close }
        && prices.GetValueOrDefault(statement.Symbol) is { } series
        && series.IndexOf(session) is >= 0 and var at
        && Math.Abs(series[at].Close - statement.Value)
            < 0.5 * Math.Pow(10, -statement.Decimals) + 1e-9;

    private static CheckedStatement Unknown(CheckedStatement held, string reason) =>
        held with
        {
            Verdict = StatementVerdict.CannotCheck,
            Actual = null,
            Reason = reason,
        };
}
