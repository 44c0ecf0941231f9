using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that say how far the price told before them was off.</summary>
internal static class HangingChanges
{
    /// <summary>"a gain of 5%": a noun's amount, which hangs on what was told before.</summary>
    public static bool IsAmount(Clause clause, Figure figure) =>
        figure.First - 2 >= figure.From
        && clause.Tokens[figure.First - 2].Is(Sense.Up | Sense.Down)
        && clause.Word(figure.First - 1) is "of" or "von";

    /// <summary>"Is trading at $104.11, reflecting a 6.63% increase from the previous close": as far as the moment's price was off.</summary>
    public static bool HangsOnMoment(Clause clause, int at, Stated before) =>
        before is { Field: PriceField.Intraday, OfMoment: true, Change: false }
        && clause.Tokens[clause.Figures[at - 1].Last + 1].Sort == TokenSort.Break
        && !clause
            .Tokens[(clause.Figures[at - 1].Last + 1)..clause.Figures[at].First]
            .Exists(t => t.Is(Sense.Close | Sense.Separator) || t.IsName || t.IsStop);

    /// <summary>早盘一度冲上974.00美元,涨幅逾5%: how far that moment was off, right behind it.</summary>
    public static bool IsOfMoment(Clause clause, int at)
    {
        var from = clause.Figures[at - 1].Last + 1;
        var noun = clause.Tokens.FindIndex(from, t => t.Sort == TokenSort.Break) + 1;
        return noun > 0
            && noun < clause.Figures[at].First
            && PlainCharacters.Of(clause.Word(noun)) is "涨幅" or "升幅" or "跌幅" or "降幅"
            && !clause.Tokens[(noun + 1)..clause.Figures[at].First].Exists(t => t.Is(Sense.Filler))
            && clause.HasBeside(clause.Figures[at - 1], Sense.Intraday);
    }

    /// <summary>"…, off 14%": an adverb right behind the price before.</summary>
    public static bool IsApposed(Clause clause, int at)
    {
        var from = clause.Figures[at - 1].Last + 1;
        return clause.Tokens[from].Sort == TokenSort.Break
            && from + 1 < clause.Figures[at].First
            && clause.Word(from + 1) is "up" or "down" or "off";
    }
}
