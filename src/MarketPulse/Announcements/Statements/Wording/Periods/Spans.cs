using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells what span of time a change is of.</summary>
internal static class Spans
{
    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/> for any other longer span, or none for the day.</summary>
    /// <remarks>Words behind a figure are nearer than words before it, but a comma ends them.</remarks>
    public static Sense Of(Clause clause, Figure figure)
    {
        if (YearsPast.Are(clause, figure) || IsOfAdjective(clause, figure))
        {
            return Sense.Period;
        }

        return SpansBehind.Of(clause, figure)
            ?? SpansBefore.Of(clause, figure)
            ?? CarriedSpans.OfVerb(clause, figure)
            ?? CarriedSpans.Of(clause, figure)
            ?? CarriedSpans.Listed(clause, figure)
            ?? CarriedSpans.Opened(clause, figure)
            ?? CumulativeSpans.Of(clause, figure);
    }

    /// <summary>"Held on to a weekly gain of about 9% in early trading Friday": nearer than anything behind.</summary>
    private static bool IsOfAdjective(Clause clause, Figure figure)
    {
        var of = figure.First - 1;
        of -= of > 2 && clause.Tokens[of].Is(Sense.About | Sense.Nearly | Sense.MoreThan) ? 1 : 0;
        return of > 1
            && clause.Word(of) is "of"
            && clause.Tokens[of - 1].Is(Sense.Up | Sense.Down)
            && clause.Tokens[of - 2].Is(Sense.Period);
    }
}
