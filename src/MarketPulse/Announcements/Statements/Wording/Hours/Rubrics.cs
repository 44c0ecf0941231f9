using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Takes the hours from rubrics under which the session itself is told: 〈美股盘后〉, 【盘前焦点】.</summary>
internal static class Rubrics
{
    /// <summary>As far behind its bracket as the word begins, in characters.</summary>
    private const int Farthest = 4;

    private static readonly string[] Reviews =
    [
        "焦点",
        "要闻",
        "必读",
        "必看",
        "早报",
        "参考",
        "重点",
        "速览",
        "提示",
        "点评",
    ];

    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i < Math.Min(tokens.Count, Farthest + 2); i++)
        {
            var token = tokens[i];
            if (
                token.Is(Sense.PreMarket | Sense.AfterHours)
                && text[token.Start] >= '\u2e80'
                && IsOpened(text, token.Start)
                && (
                    token.Is(Sense.AfterHours)
                        ? token.End < text.Length && text[token.End] is '〉' or '】' or '》' or '］'
                        : IsReview(text, token.End)
                )
            )
            {
                tokens[i] = token with { Sort = TokenSort.Characters, Sense = Sense.None };
            }
        }
    }

    private static bool IsOpened(string text, int at)
    {
        var from = Math.Max(0, at - Farthest);
        return text.AsSpan(from, at - from).IndexOfAny("〈【《［") >= 0;
    }

    private static bool IsReview(string text, int at)
    {
        var behind = PlainCharacters.Of(text.AsSpan(at, Math.Min(2, text.Length - at)));
        return Array.IndexOf(Reviews, behind) >= 0;
    }
}
