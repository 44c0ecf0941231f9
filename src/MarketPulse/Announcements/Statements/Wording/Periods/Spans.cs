using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells what span of time a change is of.</summary>
internal static class Spans
{
    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/> for any other longer span, or none for the day.</summary>
    /// <remarks>Words behind a figure are nearer than words before it, but a comma ends them.</remarks>
    public static Sense Of(Clause clause, Figure figure)
    {
        if (YearsPast.Are(clause, figure))
        {
            return Sense.Period;
        }

        return SpansBehind.Of(clause, figure)
            ?? SpansBefore.Of(clause, figure)
            ?? CarriedSpans.Of(clause, figure)
            ?? CarriedSpans.Listed(clause, figure)
            ?? CarriedSpans.Opened(clause, figure)
            ?? CumulativeSpans.Of(clause, figure);
    }
}
