using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days behind a figure that it is only held against: 收报154.31美元，突破1月6日所创的纪录.</summary>
internal static class ComparedDays
{
    private static readonly string[] Before =
    [
        "突破",
        "超过",
        "超越",
        "刷新",
        "高于",
        "打破",
        "低于",
        "上次",
        "逼近",
        "追平",
        "不及",
        "弱于",
        "强于",
        "此前",
        "之前",
        "重返",
        "回到",
        "距",
        "较",
        "比",
        "仅次于",
        "自",
        "创",
    ];

    /// <summary>Whether a comma parts the day from the figure and the words beside it compare.</summary>
    public static bool Are(Clause clause, int figureEnd, NamedDay day)
    {
        if (clause.Text[clause.Tokens[day.First].Start] < '\u2e80' && !IsChinese(clause, day))
        {
            return false;
        }

        var comma = -1;
        for (var i = day.First - 1; i > figureEnd && comma < 0; i--)
        {
            comma = clause.Tokens[i].Sort == TokenSort.Break ? i : -1;
        }

        if (comma < 0)
        {
            return false;
        }

        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[comma].End,
                clause.Tokens[day.First].Start - clause.Tokens[comma].End
            )
        );
        return Array.Exists(Before, b => words.Contains(b, StringComparison.Ordinal))
            || (
                day.Last + 1 < clause.Tokens.Count
                && clause.Text[clause.Tokens[day.Last + 1].Start] is '所' or '创' or '創'
            );
    }

    /// <summary>1月6日 begins with a digit.</summary>
    private static bool IsChinese(Clause clause, NamedDay day) =>
        clause.Text[clause.Tokens[day.Last].End - 1] >= '\u2e80';
}
