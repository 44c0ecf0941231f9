namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>A number with its unit, and the words around it that are its own.</summary>
/// <param name="Token">The number's token.</param>
/// <param name="First">The first token of the figure: a currency or the number.</param>
/// <param name="Last">The last token of the figure (inclusive): the number or its unit.</param>
/// <param name="From">The first token of the words that are its own.</param>
/// <param name="To">The token after the last of them (exclusive).</param>
/// <param name="Place">Which of the sentence's figures it is, from 0.</param>
internal sealed record Figure(
    Token Token,
    int First,
    int Last,
    FigureUnit Unit,
    int From = 0,
    int To = 0,
    int Place = 0
);

internal enum FigureUnit
{
    Percent,
    Dollar,

    /// <summary>No unit: a price where the words before it say so.</summary>
    Bare,

    /// <summary>Another unit: no price, but it parts the words of those beside it.</summary>
    Other,
}
