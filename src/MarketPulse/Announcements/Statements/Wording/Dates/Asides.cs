using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days of Chinese that are named only for what was undone or gone on with: 回吐上周五涨幅, 延续周一跌势.</summary>
internal static class Asides
{
    /// <summary>As far before the day as the verb stands, in characters: 回吐了此前上周五.</summary>
    private const int Farthest = 6;

    private static readonly string[] Verbs =
    [
        "回吐",
        "吐回",
        "收复",
        "收回",
        "抹去",
        "抹平",
        "抹掉",
        "抹煞",
        "抵消",
        "抵销",
        "弥补",
        "扭转",
        "逆转",
        "延续",
        "延伸",
        "承接",
        "接续",
        "结束",
        "终结",
        "摆脱",
        "走出",
        "消化",
        "补回",
        "回补",
        "对照",
        "相比",
        "有别于",
        "相较",
        "相对",
        "不同于",
        "不像",
        "继",
    ];

    /// <summary>Whether such words lead the day in, or close its part ("在周一暴跌后,"), and a comma parts it from the figure.</summary>
    public static bool Are(Clause clause, Figure figure, NamedDay day)
    {
        var comma = clause.Tokens.FindIndex(day.Last + 1, t => IsComma(clause, t));
        return comma > 0
            && comma < figure.First
            && (IsLed(clause, day) || IsPast(clause, day, comma));
    }

    public static bool IsLed(Clause clause, NamedDay day)
    {
        var start = clause.Tokens[day.First].Start;
        var from = Math.Max(clause.Tokens[0].Start, start - Farthest);
        var words = PlainCharacters.Of(clause.Text.AsSpan(from, start - from));
        words = words[(words.LastIndexOfAny([',', '，', '、', ';', '。']) + 1)..];
        return Array.Exists(Verbs, v => words.Contains(v, StringComparison.Ordinal))
            || (words.EndsWith('与') && IsUnlike(clause, day));
    }

    /// <summary>与周一的暴跌不同</summary>
    private static bool IsUnlike(Clause clause, NamedDay day)
    {
        var from = clause.Tokens[day.Last].End;
        var words = PlainCharacters.Of(
            clause.Text.AsSpan(from, Math.Min(12, clause.Text.Length - from))
        );
        return words.Contains("不同", StringComparison.Ordinal)
            || words.Contains("相反", StringComparison.Ordinal)
            || words.Contains("相比", StringComparison.Ordinal);
    }

    /// <summary>在周一暴跌后,: the move of that day came before; 周一收盘后, is an hour of it.</summary>
    private static bool IsPast(Clause clause, NamedDay day, int comma) =>
        PlainCharacters.Of(clause.Text.AsSpan(clause.Tokens[comma].Start - 1, 1)) is "后"
        && clause.Text[clause.Tokens[day.Last].End - 1] >= '\u2e80'
        && clause.Tokens[(day.Last + 1)..comma] is var between
        && between.Exists(t =>
            t.Is(Sense.Up | Sense.Down | Sense.LongSpan | Sense.Superlative)
            && clause.Text[t.Start] >= '\u2e80'
        )
        && !between.Exists(t => t.IsNumber || t.Is(DayPart.Marks & ~Sense.Intraday));

    private static bool IsComma(Clause clause, Token token) =>
        token.Sort == TokenSort.Break && clause.Text[token.Start] is ',' or '，' or ';' or '；';
}
