using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells a price said again in today's shares: "Adjusted for the splits since, that is $4.91", 复权后约合13.02美元.</summary>
internal static class SplitPrices
{
    private const int Farthest = 25;

    private static readonly string[] Again =
    [
        "that is",
        "that's",
        "this is",
        "that equals",
        "that works out",
        "that comes to",
        "that amounts to",
        "that translates",
        "that was",
        "equivalent to",
        "equal to",
        "约合",
        "相当于",
        "折合",
        "约为",
    ];

    public static bool Are(Clause clause, Figure figure)
    {
        if (figure.Unit != FigureUnit.Dollar || figure.Token.Decimals != 2)
        {
            return false;
        }

        var first = Math.Max(0, figure.First - Farthest);
        if (
            clause.Figures.Exists(f =>
                f.Place < figure.Place && (f.Unit is FigureUnit.Dollar or FigureUnit.Percent)
            )
        )
        {
            // Only a sentence that restates what the one before told.
            return false;
        }

        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[first].Start,
                clause.Tokens[figure.First].Start - clause.Tokens[first].Start
            )
        );
        var adjusted =
            (
                words.Contains("adjust", StringComparison.Ordinal)
                && words.Contains("split", StringComparison.Ordinal)
            )
            || words.Contains("复权", StringComparison.Ordinal)
            || (
                words.Contains('拆', StringComparison.Ordinal)
                && words.Contains("调整", StringComparison.Ordinal)
            );
        return adjusted && Array.Exists(Again, a => words.Contains(a, StringComparison.Ordinal));
    }
}
