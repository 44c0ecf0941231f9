using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells hours that something is made known in, not traded in: 股价下跌1.88%，公司将于周三盘后公布财报.</summary>
internal static class AnnouncedHours
{
    /// <summary>As far before a day as the word for waiting stands, in characters.</summary>
    private const int Awaiting = 14;

    private static readonly string[] Waits = ["观望", "等待", "等候", "静待", "期待"];

    /// <summary>As far as such hours stand before what is made known, in words.</summary>
    private const int Apart = 4;

    /// <summary>Takes the hours' meaning where no figure follows, or it is still to come.</summary>
    public static void Mark(string text, List<Token> tokens)
    {
        var figures = tokens.FindLastIndex(t => t.Is(Sense.Percent | Sense.Dollar));
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i].Is(Sense.AfterHours | Sense.PreMarket)
                && text[tokens[i].Start] >= '\u2e80'
                && IsOfNews(text, tokens, i)
                && (i > figures || IsToCome(text, tokens, i))
            )
            {
                tokens[i] = tokens[i] with
                {
                    Sense = tokens[i].Sense & ~(Sense.AfterHours | Sense.PreMarket),
                };
            }
        }
    }

    /// <summary>将于周三: a day still to come when the text is written.</summary>
    public static bool IsToCome(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start));
        return before is [.., '将' or '將'] or ['将' or '將', '于' or '於' or '在']
            || IsAwaited(text, start);
    }

    /// <summary>市場觀望Nvidia周三公佈的財報: a day that is still waited for.</summary>
    private static bool IsAwaited(string text, int start)
    {
        var from = Math.Max(0, start - Awaiting);
        var before = PlainCharacters.Of(text.AsSpan(from, start - from));
        return Array.Exists(
            Waits,
            w =>
                before.LastIndexOf(w, StringComparison.Ordinal) is >= 0 and var at
                && before.AsSpan(at).IndexOfAny(",。;") < 0
        );
    }

    private static bool IsOfNews(string text, List<Token> tokens, int at)
    {
        for (var i = at + 1; i < Math.Min(tokens.Count, at + 1 + Apart); i++)
        {
            if (tokens[i].Is(Sense.Announced) || text[tokens[i].Start] is '财' or '財')
            {
                return true;
            }

            if (tokens[i].Sort == TokenSort.Break || tokens[i].Is(Sense.Up | Sense.Down))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsToCome(string text, List<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - Apart); i < Math.Min(tokens.Count, at + Apart); i++)
        {
            if (tokens[i].Word(text).IndexOfAny('将', '將') >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
