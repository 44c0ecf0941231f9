using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Names;

namespace MarketPulse.Announcements.Statements.Wording.Tables;

/// <summary>Reads tables of sessions: a line that names the columns, then a line for each day.</summary>
internal static class HeadedTable
{
    private static readonly char[] Separators = ['|', '\t'];

    /// <summary>What each column holds, for a line that names a date and at least two of a session's figures; null for any other line.</summary>
    public static PriceField?[]? Columns(Clause clause)
    {
        var cells = Cells(clause);
        if (clause.Figures.Count > 0)
        {
            return null;
        }

        if (cells.Length < 3)
        {
            return Ordered(clause);
        }

        var columns = Array.ConvertAll(cells, ColumnNames.Field);
        return
            (Array.Exists(cells, ColumnNames.IsDate) || ColumnNames.IsName(cells[0]))
            && columns.Count(c => c is not null) >= 2
            ? columns
            : null;
    }

    /// <summary><c>Date Open High Low Close Day move</c>: columns that only blanks part.</summary>
    private static PriceField?[]? Ordered(Clause clause)
    {
        if (clause.Tokens.Count is 0 or > 20)
        {
            return null;
        }

        var words = clause
            .Text[clause.Tokens[0].Start..clause.Tokens[^1].End]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var columns = words.Select(ColumnNames.Field).Where(f => f is not null).ToArray();
        return
            words.Length > 0
            && ColumnNames.IsDate(words[0])
            && columns is [PriceField.Open, PriceField.High, PriceField.Low, PriceField.Close, ..]
            ? columns
            : null;
    }

    /// <summary>Whether a line goes on with a table: its rows, and the dashes below its head.</summary>
    public static bool GoesOn(Clause clause) =>
        Cells(clause).Length >= 3 || (clause.Named.Count > 0 && clause.Figures.Count >= 4);

    /// <summary>A row's statements under such columns; null where the line is no row that names its day.</summary>
    public static List<PriceStatement>? Read(Clause clause, ReadingContext context)
    {
        if (
            context.Columns is not { } columns
            || (Topics.Of(clause.Tokens) ?? context.Main) is not { } symbol
            || Cells(clause).Length is var cells
                && cells != columns.Length
                && !(cells == 1 && IsOrdered(clause))
            || DayOf(clause, context) is not { } day
        )
        {
            return null;
        }

        var statements = new List<PriceStatement>();
        var first =
            clause.Text.IndexOfAny(Separators, clause.Tokens[0].Start) == clause.Tokens[0].Start;
        foreach (var figure in clause.Figures)
        {
            var before = clause.Text.AsSpan(
                clause.Tokens[0].Start,
                clause.Tokens[figure.First].Start - clause.Tokens[0].Start
            );
            var column =
                cells == 1
                    ? figure.Place
                    : before.Count('|') + before.Count('\t') - (first ? 1 : 0);
            if (
                column >= 0
                && column < columns.Length
                && columns[column] is { } field
                && (figure.Unit == FigureUnit.Percent)
                    == (field is PriceField.Change or PriceField.YearToDate)
                && figure.Unit != FigureUnit.Other
            )
            {
                statements.AddRange(
                    StatementForm.Make(
                        clause,
                        figure,
                        symbol,
                        new(
                            field,
                            field is PriceField.Change or PriceField.YearToDate
                            && figure.Token.Sign < 0
                                ? -1
                                : 1
                        ),
                        day,
                        context
                    )
                );
            }
        }

        return statements;
    }

    /// <summary>A row's own day; in a table of companies, of which Chinese pages have many, the day that the text spoke of.</summary>
    private static DateReference? DayOf(Clause clause, ReadingContext context) =>
        clause.Named is [{ Reference: { } day }, ..] ? day
        : clause.Tokens.Exists(t =>
            t.Symbol is not (null or Subjects.Broad or Subjects.Unlisted)
            && t.Start < clause.Tokens[clause.Figures is [var f, ..] ? f.First : 0].Start
        )
            ? DateReference.Missing
        : null;

    /// <summary>A row of figures side by side, its day before them.</summary>
    private static bool IsOrdered(Clause clause) =>
        clause.Figures is [var open, _, _, var close, ..]
        && clause.Named[0].Last < open.First
        && close.First - open.First == 3;

    private static string[] Cells(Clause clause) =>
        clause.Tokens.Count == 0
            ? []
            : clause
                .Text[clause.Tokens[0].Start..clause.Tokens[^1].End]
                .Trim('|', ' ')
                .Split(Separators, StringSplitOptions.TrimEntries);
}
