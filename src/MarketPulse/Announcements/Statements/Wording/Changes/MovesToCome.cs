using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells moves that may come: "Nvidia to climb over $140", "expected to reach $368 and soar to $401", "surge to $204?".</summary>
internal static class MovesToCome
{
    /// <summary>No question mark further behind makes a headline's figure a question.</summary>
    private const int NearQuestion = 6;

    /// <summary>No list of such figures is followed further back.</summary>
    private const int Listed = 4;

    public static bool Are(Clause clause, int at) =>
        IsToCome(clause, clause.Figures[at])
        || IsAsked(clause, clause.Figures[at])
        || GoesOn(clause, at);

    /// <summary>"Nvidia shares to rally around 31%": a headline's future.</summary>
    private static bool IsToCome(Clause clause, Figure figure)
    {
        if (
            clause.Nearest(figure, Sense.Up | Sense.Down)
            is not { Before: true, Distance: <= 3 } move
        )
        {
            return false;
        }

        var verb = clause.PlaceOf(move.Token);
        return verb > 1
            && clause.Tokens[verb - 1].IsAny(clause.Text, "to")
            && IsBase(clause.Word(move.Token))
            && (clause.Tokens[verb - 2].IsName || clause.Tokens[verb - 2].Is(Sense.Share));
    }

    /// <summary>"Set for a surge to $204? Analyst predicts": asked, and of no day.</summary>
    private static bool IsAsked(Clause clause, Figure figure)
    {
        if (
            clause.Tokens.Count > 0
                && clause.Tokens[0].IsAny(clause.Text, "why", "what", "how", "warum", "wieso")
            || clause.Days.Exists(d => d.Reference is not null)
        )
        {
            return false;
        }

        for (
            var i = figure.Last + 1;
            i < Math.Min(clause.Tokens.Count, figure.Last + NearQuestion);
            i++
        )
        {
            if (clause.Text[clause.Tokens[i].Start] == '?')
            {
                return clause.Nearest(figure, Sense.Up | Sense.Down) is { } move
                    && IsBase(clause.Word(move.Token));
            }
        }

        return false;
    }

    /// <summary>"Expected to climb to $368 by mid-year and reach $401": the second hangs on the same word, a few figures on at most.</summary>
    private static bool GoesOn(Clause clause, int at)
    {
        for (var i = at; i > 0 && i > at - Listed && HangsOn(clause, i); i--)
        {
            if (
                clause.HasBeside(clause.Figures[i - 1], Sense.Hypothetical)
                || clause.HasBefore(clause.Figures[i - 1], Sense.Hypothetical)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing but "and", "to" and verbs of no past stands between a figure and the one before it.</summary>
    private static bool HangsOn(Clause clause, int at)
    {
        var (before, figure) = (clause.Figures[at - 1], clause.Figures[at]);
        if (
            before.Unit != figure.Unit
            || figure.Unit is not (FigureUnit.Percent or FigureUnit.Dollar)
            || (figure.Unit == FigureUnit.Percent && figure.First - before.Last != 2)
        )
        {
            return false;
        }

        const Sense another =
            Sense.Share | Sense.Pronoun | Sense.Weekday | Sense.Today | Sense.Separator;
        var joined = false;
        for (var i = before.Last + 1; i < figure.First; i++)
        {
            var token = clause.Tokens[i];
            if (
                token.IsName
                || token.IsStop
                || token.Is(another)
                || (token.Is(Sense.Up | Sense.Down | Sense.Close) && !IsBase(clause.Word(token)))
            )
            {
                return false;
            }

            joined |=
                token.Is(Sense.And) || (token.Is(Sense.To) && figure.First - before.Last <= 4);
        }

        return joined;
    }

    /// <summary>Whether a verb tells of no past: "climb", "surge", "fall"; not "climbed", "fell", "falling".</summary>
    private static bool IsBase(ReadOnlySpan<char> word) =>
        !word.EndsWith("ed", StringComparison.OrdinalIgnoreCase)
        && !word.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
        && !word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("fell", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("rose", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("sank", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("slid", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("up", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("down", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("higher", StringComparison.OrdinalIgnoreCase)
        && !word.Equals("lower", StringComparison.OrdinalIgnoreCase);
}
