using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days before a figure that an aside keeps to itself.</summary>
internal static class AsideDays
{
    /// <summary>"The shares, which ended Monday at $751.19, finished at …": a day of an aside is the aside's alone.</summary>
    public static bool Are(Clause clause, Figure figure, NamedDay day)
    {
        if (Asides.Are(clause, figure, day) || AreOfReason(clause, day))
        {
            return true;
        }

        for (var i = day.First - 1; i >= Math.Max(0, day.First - 10); i--)
        {
            var token = clause.Tokens[i];
            if (
                clause.Word(token).Equals("after", StringComparison.OrdinalIgnoreCase)
                && i + 1 < day.First
                && clause.Tokens[i + 1].Is(Sense.Close | Sense.Up | Sense.Down)
            )
            {
                // "After closing on Friday at $1,208.88, it opened at …": the figures behind are of a later day.
                return true;
            }

            if (token.Is(Sense.Separator) && clause.Word(token) is "which" or "who")
            {
                return true;
            }

            if (token.Sort == TokenSort.Break)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"The stock, which closed at a record Thursday, ended down 0.7%": a day that ends a relative clause without a figure.</summary>
    public static bool EndRelative(Clause clause, Figure figure, NamedDay day)
    {
        if (
            day.Last + 1 >= figure.First
            || !clause.IsComma(day.Last + 1)
            || !clause.Tokens[day.Last + 2].Is(Sense.Up | Sense.Down | Sense.Close)
        )
        {
            return false;
        }

        for (var i = day.First - 1; i > 0 && !clause.Tokens[i].IsNumber; i--)
        {
            if (clause.IsComma(i) || clause.Word(i) is "which" or "who")
            {
                return clause.Word(i) is "which" or "who" && clause.IsComma(i - 1);
            }
        }

        return false;
    }

    /// <summary>"Fell on Tuesday after a strong Monday rally": what the day named before it came after.</summary>
    public static bool AreOfReason(Clause clause, NamedDay day)
    {
        if (
            day.Last + 1 >= clause.Tokens.Count
            || !clause.Tokens[day.Last + 1].Is(Sense.Up | Sense.Down)
            || !clause.Days.Exists(d => d.Reference is not null && d.Last < day.First)
        )
        {
            return false;
        }

        return IsLedIn(
            clause,
            day.First - 1,
            Math.Max(1, day.First - 4),
            "after",
            "following",
            "despite"
        );
    }

    /// <summary>Whether one of the words stands between two places, read backwards, with no comma nor number behind it.</summary>
    /// <param name="last">The place nearest to what is led in.</param>
    /// <param name="first">The furthest before it (inclusive).</param>
    public static bool IsLedIn(
        Clause clause,
        int last,
        int first,
        params ReadOnlySpan<string> words
    )
    {
        for (var i = last; i >= first; i--)
        {
            if (clause.Tokens[i].Sort == TokenSort.Break || clause.Tokens[i].IsNumber)
            {
                return false;
            }

            if (clause.IsAny(i, words))
            {
                return true;
            }
        }

        return false;
    }
}
