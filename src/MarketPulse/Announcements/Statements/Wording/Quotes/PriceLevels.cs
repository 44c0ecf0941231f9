using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells where a price stood: in a part of the day, at some moment of it, or at its close.</summary>
internal static class PriceLevels
{
    public static Stated? Read(Clause clause, int at, Stated? before, Token? leading)
    {
        var figure = clause.Figures[at];
        if (
            figure.Token.Decimals == 0
            && clause.HasBeside(figure, Sense.Moment)
            && Bounds.Of(clause, figure) is StatedBound.LessThan or StatedBound.MoreThan
            && !(before is { Change: true } && PriceWords.IsTo(leading) && clause.Joined(at - 1))
        )
        {
            // "changing hands for less than $190": a mark rather than a quote.
            return null;
        }

        if (
            DayPart.Of(clause, at, before) is { } part
            && (
                clause.Nearest(figure, DayPart.Marks) is not null
                || PriceWords.IsTo(leading)
                || before is { Change: true }
            )
        )
        {
            return PartPrices.Read(clause, at, before, leading, part);
        }

        if (clause.HasBeside(figure, Sense.Moment) || ChineseQuotes.AreMoments(clause, figure))
        {
            if (QuotedPrices.IsLastPrice(clause, figure))
            {
                return new(PriceField.Close, OfMoment: true);
            }

            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (MomentPrices.End(clause, at, before, leading))
        {
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (QuotedPrices.IsPriceOf(clause, figure) || ChineseQuotes.Are(clause, figure))
        {
            return new(PriceField.Close, OfMoment: true);
        }

        if (before is null && QuotedPrices.IsReached(clause, figure, leading))
        {
            // "its stock hit $135.58": at some moment, which may be the last.
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (before is { Field: PriceField.Change, Change: true } && IsBracketed(clause, at))
        {
            return new(PriceField.Close, OfMoment: true);
        }

        if (SplitPrices.Are(clause, figure))
        {
            return new(PriceField.Close);
        }

        return
            PriceWords.IsTo(leading)
            && (
                before is not null
                || PriceWords.Moves(clause, figure)
                || QuotedPrices.IsQuote(clause, figure, leading)
            )
            ? new(PriceField.Close, OfMoment: true)
            : null;
    }

    /// <summary>"Today: -2.81% ($181.36)": the price right behind its change.</summary>
    private static bool IsBracketed(Clause clause, int at) =>
        clause.Figures[at] is { Unit: FigureUnit.Dollar, Token: { Decimals: >= 2, Sign: 0 } } price
        && clause.Figures[at - 1] is { Unit: FigureUnit.Percent } change
        && price.First == change.Last + 2
        && clause.Text[clause.Tokens[price.First - 1].Start] == '('
        && price.Last + 1 < clause.Tokens.Count
        && clause.Text[clause.Tokens[price.Last + 1].Start] == ')';
}
