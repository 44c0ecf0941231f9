using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Tables;

/// <summary>Tells which figures of a row are a price and its changes.</summary>
internal static class RowCells
{
    /// <summary>What two rounded figures may differ by, in per cent.</summary>
    private const double Rounding = 0.02;

    /// <summary><c>NVDA -4.9% 183.16</c>: the change stands first.</summary>
    public static bool AreTurned(Clause clause, int at) =>
        clause.Figures[at] is { Unit: FigureUnit.Percent, Token.Sign: not 0 } change
        && clause.Figures[at + 1]
            is {
                Unit: FigureUnit.Bare or FigureUnit.Dollar,
                Token: { Decimals: >= 2, Sign: 0 }
            } price
        && clause
            .Tokens.GetRange(change.Last + 1, price.First - change.Last - 1)
            .TrueForAll(t => t.Sort is TokenSort.Other);

    /// <summary>How many figures from one on stand side by side as a price and its signed changes.</summary>
    public static int From(Clause clause, int at)
    {
        if (
            clause.Figures[at]
            is not {
                Unit: FigureUnit.Bare or FigureUnit.Dollar,
                Token: { Decimals: >= 2, Sign: 0 }
            }
        )
        {
            return 0;
        }

        if (AreUnsigned(clause, at))
        {
            return 3;
        }

        var cells = 1;
        while (
            at + cells < clause.Figures.Count
            && clause.Figures[at + cells]
                is { Token.Sign: not 0, Token.Decimals: >= 1, Unit: not FigureUnit.Other } next
            && clause
                .Tokens.GetRange(
                    clause.Figures[at + cells - 1].Last + 1,
                    next.First - clause.Figures[at + cells - 1].Last - 1
                )
                .TrueForAll(t => t.Sort is TokenSort.Break or TokenSort.Other)
        )
        {
            cells++;
        }

        return cells;
    }

    /// <summary><c>英伟达 171.37 0.67 0.39%</c>: a price, its rise in dollars and in per cent, which only together can be those.</summary>
    public static bool AreUnsigned(Clause clause, int at) =>
        at + 2 < clause.Figures.Count
        && clause.Figures[at] is { Token: { Decimals: >= 2, Number: var price } } first
        && clause.Figures[at + 1]
            is {
                Unit: FigureUnit.Bare or FigureUnit.Dollar,
                Token: { Decimals: >= 2, Sign: 0, Number: var step }
            } second
        && clause.Figures[at + 2]
            is {
                Unit: FigureUnit.Percent,
                Token: { Decimals: >= 2, Sign: 0, Number: var change }
            } third
        && AreBeside(clause, first, second)
        && AreBeside(clause, second, third)
        && step < price
        && Math.Abs((step / (price - step) * 100) - change) <= Rounding;

    private static bool AreBeside(Clause clause, Figure one, Figure other) =>
        clause
            .Tokens.GetRange(one.Last + 1, other.First - one.Last - 1)
            .TrueForAll(t => t.Sort is TokenSort.Break or TokenSort.Other);
}
