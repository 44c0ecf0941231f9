namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells which of the days that a sentence names a figure is of.</summary>
internal static class Days
{
    /// <summary>The one among the figure's own words, else the last before them, else the sentence's first.</summary>
    public static DateReference Of(Clause clause, Figure figure, ReadingContext context)
    {
        var days = clause.Named;
        var day =
            OfNext(clause, figure, days)
            ?? days.LastOrDefault(d => d.Last < figure.First && d.First >= figure.From)
            ?? days.FirstOrDefault(d =>
                d.First > figure.Last && d.First < figure.To && !IsOther(clause, figure, d)
            )
            // "its 17% plunge the day before, and finished at $128.99": what is told goes on with its own day.
            ?? days.LastOrDefault(d =>
                d.Last < figure.First
                && !IsAside(clause, d)
                && d.Reference!.Sort != DateReferenceSort.DayBefore
            )
            ?? days.LastOrDefault(d => d.Last < figure.First && !IsAside(clause, d))
            ?? days.FirstOrDefault(d => d.First > figure.Last && !IsOther(clause, figure, d));
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
        if (ComparedDays.Are(clause, figure.Last, day))
        {
            return true;
        }

        var tokens = clause.Tokens;
        var at = day.First - 1;
        if (
            tokens[at].Is(Sense.Separator)
            && clause.Text[tokens[at].Start..tokens[at].End] is "after" or "following"
            && clause.Text[tokens[day.Last].Start..tokens[day.Last].End] is [.., '\'' or '’', 's']
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

    /// <summary>"Its worst day since March 10, when it fell 5.1%": of a day that is only compared with.</summary>
    public static bool IsRecalled(Clause clause, Figure figure)
    {
        var day = clause.Days.FindLastIndex(d => d.Last < figure.First && d.Last >= figure.From);
        return day >= 0
            && clause.Days[day].Reference is null
            && (
                clause
                    .Tokens[(clause.Days[day].Last + 1)..figure.First]
                    .Exists(t =>
                        t.Is(Sense.Separator) && clause.Text[t.Start..t.End] is "when" or "als"
                    ) || EndsSpan(clause, figure)
            );
    }

    /// <summary>自2020年3月16日下跌18%以来</summary>
    private static bool EndsSpan(Clause clause, Figure figure) =>
        clause
            .Tokens.Skip(figure.Last + 1)
            .Take(4)
            .TakeWhile(t => t.Sort != TokenSort.Break)
            .Any(t => clause.Text[t.Start..t.End] is "以来" or "以來");

    /// <summary>"The shares, which ended Monday at $751.19, finished at …": a day of an aside is the aside's alone.</summary>
    private static bool IsAside(Clause clause, NamedDay day)
    {
        for (var i = day.First - 1; i >= Math.Max(0, day.First - 6); i--)
        {
            var token = clause.Tokens[i];
            if (
                clause
                    .Text.AsSpan(token.Start, token.End - token.Start)
                    .Equals("after", StringComparison.OrdinalIgnoreCase)
                && i + 1 < day.First
                && clause.Tokens[i + 1].Is(Sense.Close | Sense.Up | Sense.Down)
            )
            {
                // "After closing on Friday at $1,208.88, it opened at …": the figures behind are of a later day.
                return true;
            }

            if (
                token.Is(Sense.Separator) && clause.Text[token.Start..token.End] is "which" or "who"
            )
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
