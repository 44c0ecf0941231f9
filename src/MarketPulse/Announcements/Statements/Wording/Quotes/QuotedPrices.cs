using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that are quoted with no move told.</summary>
internal static class QuotedPrices
{
    /// <summary>英伟达周二报135.58美元: a quote with no move told.</summary>
    public static bool IsQuote(Clause clause, Figure figure, Token? leading) =>
        leading is { } word
        && clause.Word(word) is "报" or "報"
        && figure.Token.Decimals >= 2
        && clause.Tokens[figure.From..figure.First].Exists(t => t.IsName);

    /// <summary>"Its stock hit $135.58".</summary>
    public static bool IsReached(Clause clause, Figure figure, Token? leading) =>
        leading is { } word
        && clause.Word(word) is "hit" or "reached" or "touched"
        && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && clause.PlaceOf(word) is > 0 and var at
        && clause.Tokens[at - 1].Is(Sense.Share | Sense.Pronoun);

    /// <summary>"The company's share price was $694.52", "a share price of $110.57".</summary>
    public static bool IsPriceOf(Clause clause, Figure figure)
    {
        if (
            figure is not { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            || figure.First - 2 < figure.From
            || clause.Word(figure.First - 1) is not ("was" or "is" or "of")
        )
        {
            return false;
        }

        var noun = clause.Tokens[figure.First - 2];
        return clause.Word(noun).EndsWith("price", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>最新价115.43, 當前價格：$170.62: a page's last price, which may be the close.</summary>
    public static bool IsLastPrice(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.Moment) is { Before: true, Token: var label }
        && clause.Text[label.Start] is '最' or '当' or '當'
        && clause.Text[label.End - 1] is '价' or '價' or '格';
}
