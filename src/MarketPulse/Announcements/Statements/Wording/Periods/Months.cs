using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells figures of a whole month ("in November", 去年11月) from those of a day.</summary>
internal static class Months
{
    /// <summary>Whether a month without a day stands beside a figure; "the biggest drop since March" is a comparison, not a month's figure.</summary>
    public static bool NamedBeside(Clause clause, Figure figure)
    {
        if (figure.Unit == FigureUnit.Percent && Opens(clause))
        {
            return true;
        }

        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            if (IsAlone(clause, i, figure.Unit == FigureUnit.Percent))
            {
                return true;
            }
        }

        for (var i = figure.Last + 1; i < figure.To && !FigureFinder.Parts(clause.Tokens[i]); i++)
        {
            if (IsAlone(clause, i, figure.Unit == FigureUnit.Percent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In early September last year, Nvidia saw a one-day drop of 9%": a month that opens the sentence, which names no day.</summary>
    private static bool Opens(Clause clause)
    {
        for (var i = 0; i < Math.Min(4, clause.Tokens.Count); i++)
        {
            if (
                clause.Tokens[i].Is(Sense.Month)
                && char.IsAsciiLetter(clause.Text[clause.Tokens[i].Start])
            )
            {
                return i > 0
                    && clause.Tokens[0].Is(Sense.In)
                    && clause.Days is [{ Reference.Sort: DateReferenceSort.SameDay }];
            }
        }

        return false;
    }

    private static bool IsAlone(Clause clause, int at, bool percent) =>
        clause.Tokens[at].Is(Sense.Month | Sense.MonthMark)
        && !clause.Days.Exists(d => d.First <= at && at <= d.Last)
        && (clause.Tokens[at].Is(Sense.Month) || (at > 0 && clause.Tokens[at - 1].IsNumber))
        && !((percent || IsSince(clause, at)) && Comparisons.Are(clause, at));

    /// <summary>"Its lowest since May": the month is what a price is compared with.</summary>
    private static bool IsSince(Clause clause, int at)
    {
        var before = clause.Tokens[Math.Max(0, at - 1)];
        return clause.Word(before).EndsWith("since", StringComparison.OrdinalIgnoreCase);
    }
}
