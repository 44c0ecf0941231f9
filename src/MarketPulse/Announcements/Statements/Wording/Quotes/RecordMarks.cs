using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Periods;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that are a record or a year's mark rather than the session's own.</summary>
internal static class RecordMarks
{
    public static bool Are(Clause clause, Figure figure, Stated? before, Token? leading) =>
        !IsOwnExtreme(clause, figure, leading)
        && (
            clause.Nearest(figure, Sense.LongSpan) is { Distance: <= 6 }
            || IsApposedRecord(clause, figure)
            || LongSpans.Reach(clause, figure)
            || (
                before is { LongSpan: true }
                && clause.Nearest(figure, Sense.Moment | Sense.Close | Sense.Open) is null
            )
        );

    /// <summary>再创收盘历史新高，日内最高触及154.45美元: the record before the comma is another figure's.</summary>
    private static bool IsOwnExtreme(Clause clause, Figure figure, Token? leading)
    {
        if (leading is not { } word || clause.HasBeside(figure, Sense.LongSpan))
        {
            return false;
        }

        var at = clause.PlaceOf(word);
        return clause.Text[word.Start] >= '\u2e80'
            && !LongSpans.Open(clause, figure)
            && (
                word.Is(Sense.High | Sense.Low)
                // 再创历史收盘新高，盘中一度冲上148.93美元
                || (PriceWords.IsTo(word) && clause.HasBeside(figure, Sense.Intraday))
                || (
                    PriceWords.IsTo(word)
                    && at > figure.From
                    && clause.Tokens[at - 1].Is(Sense.High | Sense.Low)
                )
            );
    }

    /// <summary>"Rose 4.98% to $201.03, a new all-time high": said behind the price, which has no mark of its own before it.</summary>
    private static bool IsApposedRecord(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.LongSpan)
            is { Before: false, Distance: <= 8, Token: var record }
        && char.IsAsciiLetter(clause.Text[record.Start])
        && clause.Nearest(figure, DayPart.Marks) is not { Before: true };
}
