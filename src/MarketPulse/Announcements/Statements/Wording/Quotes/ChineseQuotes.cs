using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Reads prices that Chinese puts right beside their noun: 英伟达股价134.29美元, 183美元的收盘价.</summary>
internal static class ChineseQuotes
{
    /// <summary>股价134.29美元: a quote of no certain hour; round figures are marks as often as quotes.</summary>
    public static bool Are(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 } && IsPrice(clause, figure);

    /// <summary>现在股价1096美元: a quote of the time of writing.</summary>
    public static bool AreMoments(Clause clause, Figure figure) =>
        figure.Unit == FigureUnit.Dollar
        && IsPrice(clause, figure)
        && clause
            .Tokens[Math.Max(figure.From, figure.First - 4)..figure.First]
            .Exists(t => t.Is(Sense.Moment));

    /// <summary>Behind 股价, or its label: 股价：180.64美元.</summary>
    private static bool IsPrice(Clause clause, Figure figure) =>
        (IsLabel(clause, figure) ? clause.Tokens[figure.First - 2] : clause.Leading(figure))
            is { } noun
        && noun.Is(Sense.Share)
        && PlainCharacters.Of(clause.Text.AsSpan(noun.End - 1, 1)) is "价";

    private static bool IsLabel(Clause clause, Figure figure) =>
        figure.First - 2 >= figure.From
        && clause.Text[clause.Tokens[figure.First - 1].Start] is ':' or '：';
}
