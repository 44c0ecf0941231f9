using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Tables;

/// <summary>Reads rows of quote tables: <c>NVDA NVIDIA CORP. 1,224.40 +60.03 +5.16%</c>.</summary>
internal static class TableRow
{
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
            if (RowCells.AreTurned(clause, f) && Name(clause, figure) is { } turned)
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

            var cells = RowCells.From(clause, f);
            if (cells < 2 || (Name(clause, figure) ?? Heading(figure, context)) is not { } symbol)
            {
                continue;
            }

            var when = Days.Of(clause, figure, context);
            for (var c = 0; c < cells; c++)
            {
                var cell = clause.Figures[f + c];
                var sign = RowCells.AreUnsigned(clause, f) ? 1 : clause.Figures[f + c].Token.Sign;
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
