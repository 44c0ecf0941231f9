using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells quarters that are the results' rather than a price's: 第三季展望不佳，于是16日股价大跌.</summary>
internal static class ResultQuarters
{
    /// <summary>As far behind a quarter as what was told of it stands, in characters.</summary>
    private const int Farthest = 8;

    private static readonly string[] Results =
    [
        "业绩",
        "财报",
        "财测",
        "展望",
        "指引",
        "营收",
        "收入",
        "经营",
        "预测",
        "利润",
        "获利",
        "盈利",
        "数据",
        "成绩",
    ];

    /// <summary>Whether a quarter is that of results, told before a comma.</summary>
    public static bool Are(Clause clause, Figure figure, int at)
    {
        var token = clause.Tokens[at];
        if (
            !token.Is(Sense.Period)
            || clause.Word(token).IndexOf('季') < 0
            || !clause
                .Tokens[at..figure.First]
                .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] is ',' or '，')
        )
        {
            return false;
        }

        var behind = PlainCharacters.Of(
            clause.Text.AsSpan(token.End, Math.Min(Farthest, clause.Text.Length - token.End))
        );
        return Array.Exists(Results, r => behind.Contains(r, StringComparison.Ordinal));
    }

    /// <summary>连续三天下跌，3月18日跌3.43%: whether a date ends here that the span before it doesn't run to (截至3月18日).</summary>
    public static bool AreDated(Clause clause, int at)
    {
        var day = clause.Days.Find(d => d.Last == at);
        return day
                is { Reference: { Sort: DateReferenceSort.Date, Day: not null }, First: var first }
            && clause.Text[clause.Tokens[at].Start] >= '\u2e80'
            && (
                first == 0
                || clause.Text[clause.Tokens[first - 1].End - 1]
                    is not ('至' or '到' or '自' or '从' or '從' or '由' or '止')
            );
    }

    /// <summary>"After the first-quarter results", "its second-quarter revenue": the quarter is theirs.</summary>
    public static bool AreNamed(Clause clause, int at) =>
        char.IsAsciiLetter(clause.Text[clause.Tokens[at].Start])
        && (
            (at + 1 < clause.Tokens.Count && clause.Tokens[at + 1].Is(Sense.Measure))
            || clause
                .Tokens[Math.Max(0, at - 2)..at]
                .Exists(t => clause.Word(t) is "after" or "following" or "despite")
        );
}
