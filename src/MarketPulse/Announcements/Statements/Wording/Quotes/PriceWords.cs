using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>What the words beside a price make of it: what it moved by, moved from or passed, rather than where it stood.</summary>
internal static class PriceWords
{
    /// <summary>No verb further off tells a move.</summary>
    private const int Farthest = 30;

    /// <summary>As far as an extreme told before reaches, in words.</summary>
    private const int Apart = 12;

    /// <summary>"its first close above $1,000", 突破1000美元: a mark that was passed.</summary>
    public static bool IsMilestone(Clause clause, Figure figure, Token? leading) =>
        (
            leading is { } word
            && word.Is(Sense.Threshold)
            && !word.Is(Sense.Close)
            // 盘中突破164.04美元: cents tell a price that was reached.
            && !(figure.Token.Decimals == 2 && clause.HasBeside(figure, Sense.Intraday))
        )
        || (
            Bounds.Of(clause, figure) is StatedBound.MoreThan or StatedBound.LessThan
            && clause.HasBeside(figure, Sense.Superlative | Sense.Threshold)
        );

    /// <summary>"an all-time high, then tumbled to $142.75": the extreme is of the figure before, this one came after it.</summary>
    public static bool Turned(Clause clause, Figure figure, Token? leading)
    {
        if (
            !IsTo(leading)
            || clause.Nearest(figure, DayPart.Marks | Sense.LongSpan)
                is not { Before: true, Distance: <= Apart } mark
            || !mark.Token.Is(Sense.High | Sense.Low | Sense.LongSpan)
        )
        {
            return false;
        }
        var (comma, move) = (false, false);
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (token.Start == mark.Token.Start)
            {
                return comma && move;
            }
            comma |= token.Sort == TokenSort.Break;
            move |= !comma && token.Is(Sense.Up | Sense.Down);
        }
        return false;
    }

    public static bool IsTo(Token? token) => token?.Is(Sense.To) == true;

    /// <summary>Whether a move is told in the same part of the sentence: "rocketed from $96.30 to $114.33".</summary>
    public static bool Moves(Clause clause, Figure figure)
    {
        for (
            var i = figure.First - 1;
            i >= Math.Max(0, figure.First - Farthest) && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            if (clause.Tokens[i].Is(Sense.Up | Sense.Down))
            {
                return true;
            }
        }

        return false;
    }
}
