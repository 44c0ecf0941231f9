using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Tells what a move is put down to: 英伟达受关税影响下跌5%, whose words say nothing of the figure.</summary>
internal static class Reasons
{
    /// <summary>No reason reaches further, in characters.</summary>
    private const int Longest = 40;

    private static readonly string[] Last =
    [
        "影响",
        "冲击",
        "拖累",
        "提振",
        "带动",
        "推动",
        "刺激",
        "打击",
        "支撑",
        "打压",
        "波及",
        "激励",
        "鼓舞",
        "压制",
        "担忧",
        "忧虑",
        "疑虑",
        "驱动",
        "挤压",
        "利好",
        "利空",
        "消息",
    ];

    /// <summary>Takes what they mean from the words of a reason; the names too where somebody is named before it.</summary>
    public static void Mark(string text, List<Token> tokens)
    {
        var named = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (End(text, tokens, i) is var end and > 0)
            {
                for (var at = i; at < end; at++)
                {
                    var name = named ? null : tokens[at].Symbol;
                    tokens[at] = tokens[at] with
                    {
                        Sort = name is null ? TokenSort.Word : TokenSort.Known,
                        Sense = Sense.None,
                        Symbol = name,
                    };
                }

                i = end - 1;
                continue;
            }

            named |= tokens[i].Symbol is not (null or Subjects.Broad);
            named &= !tokens[i].IsStop;
        }
    }

    /// <summary>Whether words end as a reason does: 带动, 拖累.</summary>
    public static bool Ends(ReadOnlySpan<char> text)
    {
        var words = PlainCharacters.Of(text);
        return Array.Exists(Last, e => words.EndsWith(e, StringComparison.Ordinal));
    }

    /// <summary>The token after the reason that begins at one; 0 where none does, or a figure stands in it.</summary>
    private static int End(string text, List<Token> tokens, int from)
    {
        if (
            tokens[from].Sort != TokenSort.Characters
            || text[tokens[from].Start] is not ('受' or '因')
        )
        {
            return 0;
        }

        for (var i = from; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (
                token.IsStop
                || (token.IsNumber && token.Is(Sense.Percent))
                || token.Is(Sense.Percent | Sense.Dollar)
                || (token.Sort == TokenSort.Break && text[token.Start] is not '、')
                || token.End - tokens[from].Start > Longest
            )
            {
                return 0;
            }

            var words = PlainCharacters.Of(token.Word(text));
            if (Array.Exists(Last, e => words.EndsWith(e, StringComparison.Ordinal)))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
