using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that were the close before the day that is told of.</summary>
internal static class ClosesBefore
{
    public static bool Are(Clause clause, int at, Stated? before) =>
        IsMovedFrom(clause, at, before) || HadClosed(clause, clause.Figures[at]);

    /// <summary>"Finishing at $101.80, down from $110.42": the close before, where nothing else is named.</summary>
    private static bool IsMovedFrom(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            before is { Field: PriceField.Change, Change: true, OfMoment: false }
            && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            && figure.First > figure.From
            && clause.Word(figure.First - 1) is "from"
            && clause.Joined(at)
            && clause.Figures[at + 1] is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 } end
            && PriceWords.IsTo(clause.Leading(end))
            && !clause
                .Tokens[figure.First..end.Last]
                .Exists(t => t.Is(DayPart.Marks | Sense.LongSpan))
        )
        {
            // "Gained 1.07%, rising from $884.55 to $893.98".
            return true;
        }

        return before
                is { Field: PriceField.Close, Change: false, OfMoment: false, Previous: false }
            && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            && figure.First > figure.From
            && clause.Word(figure.First - 1) is "up from" or "down from"
            && !clause
                .Tokens[figure.First..figure.To]
                .Exists(t =>
                    t.Is(
                        DayPart.Marks
                            | Sense.LongSpan
                            | Sense.Period
                            | Sense.Ytd
                            | Sense.Month
                            | Sense.Weekday
                            | Sense.FromPeak
                    )
                );
    }

    /// <summary>"The stock had closed at $117.32": before the day that is told of, where it names none of its own.</summary>
    private static bool HadClosed(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && clause.Nearest(figure, Sense.Close) is { Before: true, Distance: <= 3, Token: var close }
        && clause.PlaceOf(close) is > 0 and var at
        && clause.Word(at - 1) is "had"
        && !clause.Days.Exists(d => d.First >= figure.From && d.Last < figure.To);
}
