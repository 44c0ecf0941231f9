using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days behind a figure that are of something else: what it is compared with, what came before it, what is still to come.</summary>
internal static class OtherDays
{
    /// <summary>"After Monday's rout", "the $197 billion that Meta gained on Feb. 2": behind a figure, of what it is compared with.</summary>
    public static bool Are(Clause clause, Figure figure, NamedDay day)
    {
        if (ComparedDays.Are(clause, figure.Last, day) || Asides.IsLed(clause, day))
        {
            return true;
        }

        var tokens = clause.Tokens;
        var at = day.First - 1;
        if (
            tokens[at].Is(Sense.Separator)
            && clause.Word(at) is "after" or "following"
            && clause.EndsPossessive(day.Last)
        )
        {
            return true;
        }
        if (
            clause.Word(at) is "previous" or "prior"
            && day.Last + 1 < tokens.Count
            && tokens[day.Last + 1].Is(Sense.High | Sense.Low | Sense.Close | Sense.LongSpan)
        )
        {
            // "breaking the previous June 18 high"
            return true;
        }

        if (
            IsLate(clause, figure, day)
            || IsAfterSession(clause, day)
            || IsToCome(clause, day)
            || IsHeldAgainst(clause, day)
            || IsOfOtherMove(clause, day)
        )
        {
            return true;
        }

        at -= tokens[at].Is(Sense.In) ? 1 : 0;
        return day.Reference?.Sort == DateReferenceSort.Date
            && at > 0
            && tokens[at].Is(Sense.Up | Sense.Down)
            && tokens[at - 1].IsName;
    }

    /// <summary>
    /// "Ended at $154.31, surpassing its previous record of $149.43 on January 6", "is down 2.45% at $139.95 after a record
    /// during yesterday's trading": a day of what came earlier.
    /// </summary>
    public static bool AreOfLater(Clause clause, Figure figure, NamedDay day)
    {
        if (figure.Place + 1 >= clause.Figures.Count || day.First < figure.To)
        {
            return false;
        }

        if (
            clause
                .Tokens[figure.Last..clause.Figures[figure.Place + 1].First]
                .Exists(t => t.IsAny(clause.Text, "after", "following"))
        )
        {
            // "Gained 4.2% after it jumped 5.6% on Tuesday".
            return true;
        }

        var between = clause.Tokens[figure.To..day.First];
        return between.Exists(t => t.Is(Sense.LongSpan | Sense.Previous))
            || (
                clause.HasBeside(figure, Sense.Moment) && between.Exists(t => t.Is(Sense.Separator))
            );
    }

    /// <summary>"Sold off to close lower, reversing Wednesday's gains": a day's move that is only looked back to.</summary>
    private static bool IsOfOtherMove(Clause clause, NamedDay day)
    {
        var at = day.First - 1;
        return at > 0
            && clause.EndsPossessive(day.Last)
            && day.Last + 1 < clause.Tokens.Count
            && clause.Tokens[day.Last + 1].Is(Sense.Up | Sense.Down)
            && clause.Word(at)
                is "reversing"
                    or "erasing"
                    or "extending"
                    or "recouping"
                    or "after"
                    or "following"
                    or "despite"
                    or "undoing"
                    or "offsetting"
                    or "adding to"
                    or "from";
    }

    /// <summary>"3.4% higher than Friday's closing price", "above Monday's close".</summary>
    private static bool IsHeldAgainst(Clause clause, NamedDay day) =>
        clause.Word(day.First - (IsOwner(clause, day.First - 1) ? 2 : 1))
            is "than"
                or "from"
                or "versus"
                or "vs"
                or "against"
                or "over"
                or "above"
                or "below"
        && (clause.EndsPossessive(day.Last) || IsOwner(clause, day.First - 1))
        && day.Last + 1 < clause.Tokens.Count
        && clause.Tokens[day.Last + 1].Is(Sense.Close | Sense.Previous);

    /// <summary>"Rose 4% following the forecast late on Thursday": told after the close of that day, so a later day's move.</summary>
    private static bool IsLate(Clause clause, Figure figure, NamedDay day)
    {
        var at = day.First - 1;
        at -= at > 0 && clause.Tokens[at].Is(Sense.In) ? 1 : 0;
        if (at <= figure.Last || !clause.IsAny(at, "late", "later"))
        {
            return false;
        }

        for (var i = at - 1; i > figure.Last; i--)
        {
            if (clause.IsAny(i, "after", "following"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Slumped another 3% after a rough session Thursday", "after a rally on Monday".</summary>
    private static bool IsAfterSession(Clause clause, NamedDay day)
    {
        var noun = day.First - 1;
        noun -= noun > 0 && clause.Tokens[noun].Is(Sense.In) ? 1 : 0;
        if (
            noun < 2
            || !clause.IsAny(
                noun,
                "session",
                "day",
                "rally",
                "gain",
                "loss",
                "slump",
                "drop",
                "decline",
                "selloff",
                "record",
                "run",
                "surge",
                "plunge",
                "rout",
                "the session"
            )
        )
        {
            return false;
        }

        return AsideDays.IsLedIn(clause, noun - 1, Math.Max(0, noun - 4), "after", "following");
    }

    /// <summary>"From their June 18 close".</summary>
    private static bool IsOwner(Clause clause, int at) =>
        at > 0 && clause.IsAny(at, "its", "their", "the");

    /// <summary>"Ahead of results due Feb. 25": a day that is still to come.</summary>
    private static bool IsToCome(Clause clause, NamedDay day)
    {
        for (var i = day.First - 1; i >= Math.Max(0, day.First - 3); i--)
        {
            if (
                clause.IsAny(
                    i,
                    "due",
                    "scheduled",
                    "slated",
                    "until",
                    "effective",
                    "expiring",
                    "expires",
                    "expiry"
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
