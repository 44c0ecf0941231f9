using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that are written without dollars: "closed at 115.43", 報174.18元.</summary>
internal static class BarePrices
{
    public static bool Is(Clause clause, Figure figure, Token? leading, Stated? before) =>
        figure.Token.Decimals >= 1
        && (!IsYuan(clause, figure) || IsNamed(clause, figure))
        && leading is { } word
        && word.Is(DayPart.Marks | Sense.Previous | Sense.To | Sense.Moment)
        && (
            IsOfPrice(clause, figure, word)
            || clause.Nearest(
                figure,
                DayPart.Marks | Sense.Previous | Sense.Up | Sense.Down | Sense.Moment
            )
                is { Distance: <= 8, Before: true }
            // "the lowest price hitting 791.83 during the day"
            || (word.Is(Sense.To) && IsExtreme(clause, figure))
            // "After hours the stock climbed 2.7% to 163.44"
            || (
                figure.Token.Decimals == 2
                && before is { Change: true }
                && word.Is(Sense.To)
                && clause.Joined(figure.Place - 1)
            )
            // 收跌3.3%，報174.18元
            || (IsYuan(clause, figure) && before is { Change: true })
        );

    private static bool IsExtreme(Clause clause, Figure figure) =>
        clause
            .Tokens[Math.Max(figure.From, figure.First - 5)..figure.First]
            .Exists(t => t.Is(Sense.High | Sense.Low));

    /// <summary>"The current price of NVIDIA stands at 796.77".</summary>
    private static bool IsOfPrice(Clause clause, Figure figure, Token leading) =>
        leading.Is(Sense.Moment)
        && figure.Token.Decimals == 2
        && clause
            .Tokens[Math.Max(figure.From, figure.First - 8)..figure.First]
            .Exists(t => clause.Word(t) is "price");

    private static bool IsYuan(Clause clause, Figure figure) =>
        clause.Tokens[figure.First..(figure.Last + 1)].Exists(t => t.Is(Sense.Yuan));

    /// <summary>Whether a listed name stands before the figure and no other with a code of its own (工业富联(601138.SH)) after it.</summary>
    private static bool IsNamed(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 30); i--)
        {
            var token = clause.Tokens[i];
            if (token.IsName)
            {
                return true;
            }

            if (
                token.Sort == TokenSort.Characters
                && clause.Tokens[i + 1].Sort == TokenSort.Break
                && clause.Text[clause.Tokens[i + 1].Start] is '(' or '（'
            )
            {
                return false;
            }
        }

        return false;
    }
}
