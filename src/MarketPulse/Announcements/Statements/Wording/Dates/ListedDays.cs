using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Reads days and changes that Chinese lists apart, in one order: 周四、周五分别下跌7.81%和7.36%.</summary>
internal static class ListedDays
{
    /// <summary>The day of a figure among such; null where days and figures aren't as many.</summary>
    public static NamedDay? Of(Clause clause, Figure figure, List<NamedDay> days)
    {
        if (!clause.Respectively || figure.Unit != FigureUnit.Percent)
        {
            return null;
        }

        var (first, last) = (figure.Place, figure.Place);
        while (first > 0 && AreListed(clause, first - 1))
        {
            first--;
        }

        while (last + 1 < clause.Figures.Count && AreListed(clause, last))
        {
            last++;
        }

        var end = days.FindLastIndex(d => d.Last < clause.Figures[first].First);
        var begin = end;
        while (begin > 0 && AreListed(clause, days[begin - 1], days[begin]))
        {
            begin--;
        }

        return last > first && end - begin == last - first
            ? days[begin + figure.Place - first]
            : null;
    }

    private static bool AreListed(Clause clause, int at) =>
        clause.Figures[at].Unit == clause.Figures[at + 1].Unit
        && clause.Figures[at + 1].First - clause.Figures[at].Last is 2 or 3
        && IsSign(clause, clause.Figures[at].Last + 1);

    private static bool AreListed(Clause clause, NamedDay one, NamedDay other) =>
        other.First - one.Last == 2 && IsSign(clause, one.Last + 1);

    private static bool IsSign(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.And)
        || clause.Text[clause.Tokens[at].Start] is '、' or ',' or '，';
}
