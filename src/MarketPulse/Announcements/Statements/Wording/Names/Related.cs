using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells names that only describe somebody else: 英伟达供应商某某电子, 英伟达概念股, 英伟达持股的初创公司.</summary>
internal static class Related
{
    private static readonly string[] Words =
    [
        "供应商",
        "供应链",
        "合作伙伴",
        "竞争对手",
        "对手",
        "劲敌",
        "概念",
        "产业链",
        "代工",
        "客户",
        "持股",
        "参股",
        "入股",
        "投资的",
        "支持的",
        "背后",
        "链",
        "系",
        "盟友",
        "经销商",
        "分销商",
        "伙伴",
        "etf",
        "双多头",
        "双倍",
        "两倍",
        "二倍",
        "2倍",
        "做多",
        "做空",
        "反向",
        "认购",
        "认沽",
        "牛证",
        "熊证",
        "日内",
    ];

    /// <summary>What stands before a name that a fund only follows: 南方两倍做多英伟达.</summary>
    private static readonly string[] Funds =
    [
        "做多",
        "做空",
        "看多",
        "看空",
        "两倍",
        "二倍",
        "双倍",
        "2倍",
        "3倍",
        "反向",
    ];

    /// <summary>Whether such a word stands right behind a name, and no other company before the figure.</summary>
    public static bool Describes(Clause clause, Figure figure, int name)
    {
        if (IsFund(clause, name))
        {
            return true;
        }

        var at = name + 1;
        if (at >= figure.First || clause.Text[clause.Tokens[at].Start] < '\u2e80')
        {
            return false;
        }

        at += clause.Text[clause.Tokens[at].Start] == '的' ? 1 : 0;
        if (at >= figure.First)
        {
            return false;
        }

        var end = Math.Min(figure.First, at + 2) - 1;
        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[at].Start,
                clause.Tokens[end].End - clause.Tokens[at].Start
            )
        );
        return Array.Exists(Words, w => words.StartsWith(w, StringComparison.Ordinal));
    }

    /// <summary>南方两倍做多英伟达(07788.HK): by the words before, or a code of Hong Kong behind.</summary>
    private static bool IsFund(Clause clause, int name)
    {
        var token = clause.Tokens[name];
        var from = Math.Max(clause.Tokens[0].Start, token.Start - 4);
        var words = PlainCharacters.Of(clause.Text.AsSpan(from, token.Start - from));
        return Array.Exists(Funds, w => words.EndsWith(w, StringComparison.Ordinal))
            || (
                name + 2 < clause.Tokens.Count
                && clause.Text[clause.Tokens[name + 1].Start] is '(' or '（'
                && clause.Tokens[name + 2]
                    is { Sort: TokenSort.Number or TokenSort.AttachedNumber } code
                && code.End - code.Start == 5
                && clause
                    .Text.AsSpan(code.End, Math.Min(3, clause.Text.Length - code.End))
                    .Equals(".HK", StringComparison.OrdinalIgnoreCase)
            );
    }
}
