namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells which of the days that a sentence names a figure is of.</summary>
internal static class Days
{
    /// <summary>The one among the figure's own words, else the last before them, else the sentence's first.</summary>
    public static DateReference Of(Clause clause, Figure figure, ReadingContext context)
    {
        if (RecalledDays.Of(clause, figure) is { } recalled)
        {
            return recalled;
        }

        // The day of what a price came from isn't the day of what it came to.
        var days = BaseBefore(clause, figure) is >= 0 and var from
            ? clause.Named.FindAll(d =>
                d.First <= from
                || d.First > clause.Figures[figure.Place - 1].Last + 3
                || d.Last >= figure.First
            )
            : clause.Named;
        var day =
            AsOf(clause, days)
            ?? OfPair(clause, figure, days)
            ?? ListedDays.Of(clause, figure, days)
            ?? OfNext(clause, figure, days)
            ?? days.LastOrDefault(d =>
                d.Last < figure.First && d.First >= figure.From && !Asides.Are(clause, figure, d)
            )
            ?? days.FirstOrDefault(d =>
                d.First > figure.Last && d.First < figure.To && !IsOther(clause, figure, d)
            )
            // "its 17% plunge the day before, and finished at $128.99": what is told goes on with its own day.
            ?? days.LastOrDefault(d =>
                d.Last < figure.First
                && !IsAside(clause, figure, d)
                && d.Reference!.Sort != DateReferenceSort.DayBefore
            )
            ?? days.LastOrDefault(d => d.Last < figure.First && !IsAside(clause, figure, d))
            ?? days.FirstOrDefault(d =>
                d.First > figure.Last
                && !IsOther(clause, figure, d)
                && !IsOfLater(clause, figure, d)
            );
        if (day?.Reference is not { } reference)
        {
            return DateReference.Missing;
        }

        var between = clause
            .Tokens.Skip(day.Last + 1)
            .Take(Math.Max(0, figure.First - day.Last - 1));
        return between.Any(t => t.Is(Sense.Announced))
            ? reference with
            {
                Loose = true,
            }
            : reference;
    }

    /// <summary>"From its record close of $207.04 on Oct. 29 to $180.64": where the price before, which this one came from, is led in; -1 where it didn't.</summary>
    private static int BaseBefore(Clause clause, Figure figure)
    {
        if (
            figure.Place < 1
            || clause.Figures[figure.Place - 1] is not { Unit: FigureUnit.Dollar } start
            || clause.Leading(figure)?.Is(Sense.To | Sense.Open) != true
        )
        {
            return -1;
        }

        for (var i = start.First; i >= start.From; i--)
        {
            if (clause.Tokens[i].Is(Sense.From | Sense.FromPeak))
            {
                return i;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"As of June 7, 2024 (the last session before the split of June 10), …": the sentence's own date.</summary>
    private static NamedDay? AsOf(Clause clause, List<NamedDay> days) =>
        days is [{ Reference.Sort: DateReferenceSort.Date, First: <= 2 } first, _, ..]
        && clause.Text.AsSpan(clause.Tokens[0].Start).StartsWith("As of", StringComparison.Ordinal)
            ? first
            : null;

    /// <summary>"Drops of 3.5% and 3.2% on Thursday and Friday": figures and days listed apart, in one order.</summary>
    private static NamedDay? OfPair(Clause clause, Figure figure, List<NamedDay> days)
    {
        var (first, second) =
            figure.Place + 1 < clause.Figures.Count && AreBesideAnd(clause, figure.Place)
                ? (figure.Place, figure.Place + 1)
            : figure.Place > 0 && AreBesideAnd(clause, figure.Place - 1)
                ? (figure.Place - 1, figure.Place)
            : (-1, -1);
        if (first < 0)
        {
            return null;
        }

        var at = days.FindIndex(d => d.First > clause.Figures[second].Last);
        return
            at >= 0
            && at + 1 < days.Count
            && days[at].First <= clause.Figures[second].Last + 3
            && days[at + 1].First == days[at].Last + 2
            && clause.Tokens[days[at].Last + 1].Is(Sense.And)
            && !days.Exists(d => d.Last < clause.Figures[first].First && d.First >= figure.From)
            ? days[figure.Place == first ? at : at + 1]
            : null;
    }

    private static bool AreBesideAnd(Clause clause, int at) =>
        clause.Figures[at].Unit == clause.Figures[at + 1].Unit
        && clause.Figures[at + 1].First == clause.Figures[at].Last + 2
        && clause.Tokens[clause.Figures[at].Last + 1].Is(Sense.And);

    /// <summary>"A 3.4% slide on Tuesday topped a 1.8% decline on Monday": a day before the figure that is the figure's before it, and one of its own behind it.</summary>
    private static NamedDay? OfNext(Clause clause, Figure figure, List<NamedDay> days)
    {
        var at = figure.Place;
        if (at < 1)
        {
            return null;
        }

        var before = clause.Figures[at - 1];
        return days.Exists(d =>
            d.First > before.Last && d.First <= before.Last + 4 && d.Last < figure.First
        )
            ? days.Find(d =>
                d.First > figure.Last
                && d.First <= figure.Last + 3
                && d.First < figure.To
                && !clause.Tokens[(figure.Last + 1)..d.First].Exists(FigureFinder.Parts)
                && !IsOther(clause, figure, d)
            )
            : null;
    }

    /// <summary>"After Monday's rout", "the $197 billion that Meta gained on Feb. 2": behind a figure, of what it is compared with.</summary>
    private static bool IsOther(Clause clause, Figure figure, NamedDay day)
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
            && IsPossessive(clause, day)
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

        if (IsToCome(clause, day) || IsHeldAgainst(clause, day) || IsOfOtherMove(clause, day))
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
    private static bool IsOfLater(Clause clause, Figure figure, NamedDay day)
    {
        if (figure.Place + 1 >= clause.Figures.Count || day.First < figure.To)
        {
            return false;
        }

        var between = clause.Tokens[figure.To..day.First];
        return between.Exists(t => t.Is(Sense.LongSpan | Sense.Previous))
            || (
                clause.HasBeside(figure, Sense.Moment) && between.Exists(t => t.Is(Sense.Separator))
            );
    }

    /// <summary>"Monday's".</summary>
    private static bool IsPossessive(Clause clause, NamedDay day) =>
        clause.Word(day.Last) is [.., '\'' or '’', 's'];

    /// <summary>"Sold off to close lower, reversing Wednesday's gains": a day's move that is only looked back to.</summary>
    private static bool IsOfOtherMove(Clause clause, NamedDay day)
    {
        var at = day.First - 1;
        return at > 0
            && IsPossessive(clause, day)
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
        clause.Word(day.First - 1)
            is "than"
                or "from"
                or "versus"
                or "vs"
                or "against"
                or "over"
                or "above"
                or "below"
        && IsPossessive(clause, day)
        && day.Last + 1 < clause.Tokens.Count
        && clause.Tokens[day.Last + 1].Is(Sense.Close | Sense.Previous);

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

    /// <summary>"The shares, which ended Monday at $751.19, finished at …": a day of an aside is the aside's alone.</summary>
    private static bool IsAside(Clause clause, Figure figure, NamedDay day)
    {
        if (Asides.Are(clause, figure, day))
        {
            return true;
        }

        for (var i = day.First - 1; i >= Math.Max(0, day.First - 6); i--)
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
}
