namespace MarketPulse.Announcements.Statements.Wording;

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
    ];

    /// <summary>Whether such a word stands right behind a name, and no other company before the figure.</summary>
    public static bool Describes(Clause clause, Figure figure, int name)
    {
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
}
