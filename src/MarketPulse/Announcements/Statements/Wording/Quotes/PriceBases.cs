using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that something moved from or is held against.</summary>
internal static class PriceBases
{
    /// <summary>"from $119.53", 从119.53: what a move began at; German "von" only where "auf" follows.</summary>
    public static bool Is(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        if (BidPremiums.Hold(clause, figure))
        {
            return true;
        }

        var closed = false;
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            var token = clause.Tokens[i];
            closed |= token.Is(Sense.Close);
            if (SessionBases.Are(clause, at, i))
            {
                // "from the opening price of $87.46", "from a session low of $97.53": a base, but a session's figure too.
                return false;
            }

            if (token.Is(Sense.Previous))
            {
                return false;
            }

            if (
                token.Is(Sense.FromPeak)
                && !IsClosedBefore(clause, figure, i)
                && (
                    i >= figure.First - 2
                    // "from their last all-time high close of $950 apiece, which they hit on March 25" is a close all the same.
                    || (char.IsAsciiLetter(clause.Text[token.Start]) && !closed)
                )
            )
            {
                // 较历史高点153.13美元回撤: what it has come down from.
                return true;
            }

            if (
                token.Is(Sense.From)
                && token.Is(Sense.In)
                && i > figure.From
                && clause.Tokens[i - 1].Is(Sense.High | Sense.Low)
                && SessionBases.IsNamed(clause, clause.Tokens[i - 1])
            )
            {
                // "von ihrem Tagestief von 116,70 Dollar": the second "von" belongs to the extreme.
                return false;
            }

            if (token.Is(Sense.From) && !token.Is(Sense.To))
            {
                if (LeadsToDate(clause, figure, i))
                {
                    // "the high from May 30 at $419.38"
                    return false;
                }

                return !token.Is(Sense.In)
                    || (
                        clause.Joined(at)
                        && clause.Leading(clause.Figures[at + 1]) is { } next
                        && PriceWords.IsTo(next)
                    );
            }

            if (
                token.Is(Sense.To | Sense.Close | Sense.Open | Sense.Range)
                && !token.Is(Sense.LongSpan)
                && i < figure.First - 1
                && token.Is(Sense.To | Sense.Range)
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Closed the day slightly off their peak at $162.88": where it ended, not where it came from.</summary>
    private static bool IsClosedBefore(Clause clause, Figure figure, int peak) =>
        PriceWords.IsTo(clause.Leading(figure))
        && clause.Tokens[figure.From..peak].Exists(t => t.Is(Sense.Close));

    private static bool LeadsToDate(Clause clause, Figure figure, int from) =>
        clause.Days.Exists(d =>
            d.First == from + 1 && d.Reference is { Sort: DateReferenceSort.Date }
        ) && PriceWords.IsTo(clause.Leading(figure));
}
