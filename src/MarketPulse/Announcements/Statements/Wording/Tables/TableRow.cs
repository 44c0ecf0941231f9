using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Tables;

/// <summary>Reads rows of quote tables: <c>NVDA NVIDIA CORP. 1,224.40 +60.03 +5.16%</c>.</summary>
internal static class TableRow
{
    /// <summary>What two rounded figures may differ by, in per cent.</summary>
    private const double Rounding = 0.02;

    /// <summary>Adds the rows' statements; the answer is which figures they took.</summary>
    public static HashSet<int> Read(
        Clause clause,
        List<PriceStatement> statements,
        ReadingContext context
    )
    {
        var taken = new HashSet<int>();
        for (var f = 0; f + 1 < clause.Figures.Count; f++)
        {
            var figure = clause.Figures[f];
            if (IsTurned(clause, f) && Name(clause, figure) is { } turned)
            {
                var day = Days.Of(clause, figure, context);
                statements.AddRange(
                    StatementForm.Make(
                        clause,
                        figure,
                        turned,
                        new(PriceField.Change, figure.Token.Sign),
                        day,
                        context
                    )
                );
                statements.AddRange(
                    StatementForm.Make(
                        clause,
                        clause.Figures[f + 1],
                        turned,
                        new(PriceField.Close, OfMoment: true),
                        day,
                        context
                    )
                );
                taken.UnionWith([f, f + 1]);
                f++;
                continue;
            }

            var cells = Cells(clause, f);
            if (cells < 2 || (Name(clause, figure) ?? Heading(figure, context)) is not { } symbol)
            {
                continue;
            }

            var when = Days.Of(clause, figure, context);
            for (var c = 0; c < cells; c++)
            {
                var cell = clause.Figures[f + c];
                var sign = IsUnsigned(clause, f) ? 1 : clause.Figures[f + c].Token.Sign;
                var stated = new Stated(
                    c == 0 ? PriceField.Close : PriceField.Change,
                    c == 0 ? 1 : sign,
                    OfMoment: c == 0
                );
                taken.Add(f + c);
                statements.AddRange(
                    StatementForm.Make(clause, cell, symbol, stated, when, context)
                );
            }

            f += cells - 1;
        }

        return taken;
    }

    /// <summary><c>| 保守情景 | $68.40 | -63.3% |</c>: a row that neither a name nor a word of trading heads.</summary>
    public static bool IsOfOther(Clause clause) =>
        clause.Text[clause.Tokens[0].Start] == '|'
        && clause.Tokens.Exists(t => t.Sort == TokenSort.Characters)
        && !clause.Tokens.Exists(t =>
            t.IsName || t.Is(DayPart.Marks | Sense.Share | Sense.Pronoun | Sense.Up | Sense.Down)
        );

    /// <summary><c>NVDA -4.9% 183.16</c>: the change stands first.</summary>
    private static bool IsTurned(Clause clause, int at) =>
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
    private static int Cells(Clause clause, int at)
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

        if (IsUnsigned(clause, at))
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
    private static bool IsUnsigned(Clause clause, int at) =>
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

    /// <summary><c>$189.21 +5.52 (+3.01%)</c> on a line of its own: whom the lines above are about.</summary>
    private static string? Heading(Figure figure, ReadingContext context) =>
        figure is { First: 0, Unit: FigureUnit.Dollar } ? context.Topic : null;

    /// <summary>The name that the row begins with: only names, capitals and signs may stand between it and the price.</summary>
    private static string? Name(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 8); i--)
        {
            var token = clause.Tokens[i];
            if (token.IsName)
            {
                return token.Symbol;
            }

            if (
                token.Sort
                    is not (
                        TokenSort.Break
                        or TokenSort.Other
                        or TokenSort.Capitalised
                        or TokenSort.Capitals
                    )
                && !token.Is(Sense.Dollar)
            )
            {
                return null;
            }
        }

        return null;
    }
}
