using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells lists whose heading says that their changes are of the year so far: a line before them, a table's head, or the sentence's own beginning.</summary>
internal static class YearHeadings
{
    /// <summary>No line of such a list is longer, in words.</summary>
    private const int LongestLine = 14;

    /// <summary>So many changes under one heading make a list.</summary>
    private const int Fewest = 3;

    private const Sense Other =
        DayPart.Marks
        | Sense.Weekday
        | Sense.Today
        | Sense.Yesterday
        | Sense.SameDay
        | Sense.Period;

    /// <summary>Whether a line without any figure heads a list of such changes: "Year to date", 2026年迄今回報率.</summary>
    public static bool Is(Clause clause) =>
        clause.Figures.Count == 0
        && clause.Tokens.Count <= LongestLine * 2
        && clause.Tokens.Exists(t => t.Is(Sense.Ytd))
        && !clause.Tokens.Exists(t => t.Is(Other));

    /// <summary>Whether a line may go on with such a list.</summary>
    public static bool GoesOn(Clause clause) =>
        clause.Tokens.Count <= LongestLine
        && clause.Figures.Count <= 1
        && !clause.Tokens.Exists(t => t.Is(Other));

    /// <summary>What a change comes to under a heading: of the year so far.</summary>
    /// <param name="headed">Whether a line before heads the list that this one goes on with.</param>
    public static Stated Under(Clause clause, Figure figure, Stated stated, bool headed) =>
        stated is { Field: PriceField.Change, Part: null }
        && figure.Unit == FigureUnit.Percent
        && (
            (headed && GoesOn(clause))
            || (clause.FirstOfYear >= 0 && figure.Place >= clause.FirstOfYear)
        )
            ? stated with
            {
                Field = PriceField.YearToDate,
                OfMoment = false,
            }
            : stated;

    /// <summary>2025年科技七巨头全年表现中，某某涨幅65.4%，英伟达涨幅38.9%、…: where the first of three or more changes stands, and no day is told of; -1 where none does.</summary>
    public static int FirstUnder(Clause clause)
    {
        var changes = clause.Figures.FindAll(f => f.Unit == FigureUnit.Percent);
        return
            changes.Count >= Fewest
            && !clause.Tokens.Exists(t => t.Is(Other & ~Sense.Period))
            && clause
                .Tokens[..changes[0].First]
                .Exists(t =>
                    t.Is(Sense.Ytd) || clause.Word(t).Contains("全年", StringComparison.Ordinal)
                )
            && IsChinese(clause)
            ? changes[0].Place
            : -1;
    }

    private static bool IsChinese(Clause clause)
    {
        foreach (var c in clause.Text.AsSpan()[clause.Tokens[0].Start..clause.Tokens[^1].End])
        {
            if (c >= '\u4e00')
            {
                return true;
            }
        }

        return false;
    }
}
