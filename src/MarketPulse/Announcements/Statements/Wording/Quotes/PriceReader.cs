using MarketPulse.Announcements.Statements.Wording.Changes;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Periods;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Reads prices, and changes in dollars.</summary>
internal static class PriceReader
{
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var leading = clause.Leading(figure);
        if (ClosesBefore.Are(clause, at, before))
        {
            return new(PriceField.Close, Previous: true, OfMoment: true);
        }

        if (
            PriceBases.Is(clause, at)
            || IsOfEarlier(clause, figure)
            || PriceDistances.Are(clause, figure)
            || PriceWords.IsMilestone(clause, figure, leading)
            || Measures.Own(clause, figure)
            || clause.HasBeside(figure, Sense.Target)
            || TargetWords.Reach(clause, figure)
            || TargetWords.EndAt(clause, at)
            || TargetWords.Head(clause, figure)
            || DealPrices.Are(clause, figure)
            || RestatedMeasures.IsSumOf(clause, at)
        )
        {
            return null;
        }

        if (PriceSteps.Of(clause, figure, leading) is { } sign)
        {
            return figure.Unit == FigureUnit.Dollar && Spans.Of(clause, figure) == Sense.None
                ? DollarChanges.Read(clause, at, before, sign)
                : null;
        }

        if (figure.Unit == FigureUnit.Bare && !BarePrices.Is(clause, figure, leading, before))
        {
            return null;
        }

        if (PriceWords.Turned(clause, figure, leading))
        {
            return new(PriceField.Intraday, OfMoment: true);
        }

        if (RecordMarks.Are(clause, figure, before, leading))
        {
            return RecordPrices.Read(clause, figure, before);
        }

        return clause.HasBeside(figure, Sense.Period) && !clause.HasBeside(figure, Sense.Close)
                ? null
            : clause.Nearest(figure, Sense.Previous) is { Distance: <= 4 }
                ? new(PriceField.Close, Previous: true)
            : PriceLevels.Read(clause, at, before, leading);
    }

    /// <summary>"Hit a high of $184.12 earlier this month": of another day than the sentence's.</summary>
    private static bool IsOfEarlier(Clause clause, Figure figure) =>
        figure.Last + 1 < clause.Tokens.Count
        && clause.IsAny(
            figure.Last + 1,
            "earlier this week",
            "earlier this month",
            "earlier this quarter",
            "earlier this year"
        );
}
