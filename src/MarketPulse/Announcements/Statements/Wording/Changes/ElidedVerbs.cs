using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Finds the verb that a list of changes says once.</summary>
internal static class ElidedVerbs
{
    /// <summary>As far back, in figures, as a verb that is said once for a list stands.</summary>
    private const int LongestList = 12;

    /// <summary>"Tesla lost 5.3%, Nvidia 3.4% and Meta 3.7%": the verb is said once.</summary>
    public static Token? Of(Clause clause, Figure figure)
    {
        for (var at = figure.Place; at > Math.Max(0, figure.Place - LongestList); at--)
        {
            if (!IsNamedBehind(clause, at))
            {
                return null;
            }

            if (
                clause.Nearest(clause.Figures[at - 1], Sense.Up | Sense.Down) is
                { Before: true, Distance: <= 3 } verb
            )
            {
                return verb.Token;
            }
        }

        return null;
    }

    /// <summary>Whether nothing but a comma or "and" and a name stands between a change and the one before.</summary>
    private static bool IsNamedBehind(Clause clause, int at)
    {
        if (
            clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || clause.Figures[at].First - before.Last is < 3 or > 7
            || !(clause.Tokens[before.Last + 1].Is(Sense.And) || clause.IsComma(before.Last + 1))
        )
        {
            return false;
        }

        var named = false;
        for (var i = before.Last + 2; i < clause.Figures[at].First; i++)
        {
            var token = clause.Tokens[i];
            named |= token.IsName;
            if (
                !token.IsName
                && token.Sort is not (TokenSort.Capitalised or TokenSort.Capitals)
                && !token.Is(Sense.And)
            )
            {
                return false;
            }
        }

        return named;
    }
}
