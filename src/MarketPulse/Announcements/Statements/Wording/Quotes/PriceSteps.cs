using MarketPulse.Announcements.Statements.Wording.Changes;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells dollars that a price moved by, rather than to.</summary>
internal static class PriceSteps
{
    /// <summary>"fell $4.10", "a drop of $4.10", 下跌4.10美元, "$4.10 lower": dollars that it moved by, not to.</summary>
    public static int? Of(Clause clause, Figure figure, Token? leading)
    {
        if (figure.Token.Sign != 0 && figure.Unit == FigureUnit.Dollar)
        {
            return figure.Token.Sign;
        }

        if (leading is { } reached && Amount(clause, figure, reached) is { } amount)
        {
            return amount;
        }

        if (
            leading is { } word
            && word.Is(Sense.Up | Sense.Down)
            && !PriceWords.IsTo(word)
            && !IsNear(clause, figure)
        )
        {
            return IsVast(clause, figure, word) || word.Is(Sense.High | Sense.Low | Sense.Open)
                ? null
                : Direction.Sign(word);
        }

        var next = figure.Last + 1;
        return
            leading?.Is(Sense.To | DayPart.Marks | Sense.LongSpan | Sense.Previous | Sense.Moment)
                != true
            && next < figure.To
            && clause.Tokens[next].Is(Sense.Up | Sense.Down)
            // 以87.46美元開低: where it opened, not what it moved by.
            && !clause.Tokens[next].Is(Sense.Open | Sense.Close)
            && !clause.HasBeside(figure, Sense.Previous)
            ? Direction.Sign(clause.Tokens[next])
            : null;
    }

    /// <summary>"Posted modest losses near $188.60": where it stood, not what it lost.</summary>
    private static bool IsNear(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && figure.First > figure.From
        && clause.Word(figure.First - 1) is "near";

    /// <summary>上次拆股，股价涨了200多美元: round hundreds are of no day.</summary>
    private static bool IsVast(Clause clause, Figure figure, Token word) =>
        clause.Text[word.Start] >= '\u2e80'
        && figure is { Unit: FigureUnit.Dollar, Token: { Decimals: 0, Number: >= 100 } };

    /// <summary>跌幅达24.04美元: what the fall came to.</summary>
    private static int? Amount(Clause clause, Figure figure, Token reached)
    {
        var at = clause.PlaceOf(reached) - 1;
        return
            PriceWords.IsTo(reached)
            && at >= figure.From
            && clause.Tokens[at].Is(Sense.Up | Sense.Down)
            && clause.Text[clause.Tokens[at].End - 1] == '幅'
            ? Direction.Sign(clause.Tokens[at])
            : null;
    }
}
