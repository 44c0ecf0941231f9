using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>Words that a copying site pushed into an article: for search engines, not for readers.</summary>
internal static partial class SpamFragments
{
    private const int Longest = 24;

    /// <summary>Different lines that are looked at.</summary>
    private const int MostFragments = 200;

    /// <summary>Fragments that recur, wherever they stand; longest first.</summary>
    /// <param name="lines">Folded and trimmed, the headline first.</param>
    /// <param name="isName">Whether a fragment names something: a name recurs because the article is about it.</param>
    /// <remarks>
    /// Inserted words give themselves away by standing where no writer puts them: alone in a line, and again set before or
    /// behind the headline with a space, or glued to the edge of another line.
    /// </remarks>
    public static ImmutableArray<string> Recurring(
        IReadOnlyList<string> lines,
        Func<string, bool> isName
    )
    {
        var found = lines
            .Skip(1)
            .Where(line => line.Length is >= 2 and <= Longest && !Stop().IsMatch(line))
            .Distinct()
            .Take(MostFragments)
            .Where(line => !isName(line))
            .Where(line =>
                (IsSetBesideTitle(lines[0], line) && lines.Skip(1).Any(l => IsGlued(l, line)))
                || lines.Count(l => IsGlued(l, line)) >= 2
            );
        return [.. found.OrderByDescending(f => f.Length)];
    }

    /// <summary>Lines that are nothing but words that only spam has: wherever else they stand, they are spam too.</summary>
    public static IEnumerable<string> Alone(IEnumerable<string> lines) =>
        lines
            .Where(line => line.Length is >= 4 and <= Longest)
            .Where(line => Known(line) is { } known && known.Length == line.Length)
            .Distinct()
            .Take(MostFragments);

    /// <summary>Where words that only spam has stand at a line's edge, or make up the line; null where there are none.</summary>
    public static TextSpan? Known(string line)
    {
        if (Words().Match(line) is not { Success: true } match)
        {
            return null;
        }

        return line.Length <= Longest * 2 && !Stop().IsMatch(line) ? new(0, line.Length)
            : match.Index <= 4 ? new(0, match.Index + match.Length)
            : match.Index + match.Length >= line.Length - 4 ? new(match.Index, line.Length)
            : null;
    }

    private static bool IsSetBesideTitle(string title, string fragment) =>
        title.Length > fragment.Length + 4
        && (
            title.StartsWith(fragment + " ", StringComparison.Ordinal)
            || title.EndsWith(" " + fragment, StringComparison.Ordinal)
        )
        && HasChinese(title);

    /// <summary>Behind a line's last word, or before its first, with nothing between.</summary>
    private static bool IsGlued(string line, string fragment) =>
        line.Length > fragment.Length + 4
        && (
            (
                line.EndsWith(fragment, StringComparison.Ordinal)
                && IsLetter(line[^(fragment.Length + 1)])
                && !SameScript(line[^(fragment.Length + 1)], fragment[0])
            )
            || (
                line.StartsWith(fragment, StringComparison.Ordinal)
                && IsLetter(line[fragment.Length])
                && !SameScript(line[fragment.Length], fragment[^1])
            )
            || IsGluedInside(line, fragment)
        );

    /// <summary>Between a Chinese word and a comma: "皆是twitter 反差,".</summary>
    private static bool IsGluedInside(string line, string fragment) =>
        line.IndexOf(fragment, StringComparison.Ordinal) is > 0 and var at
        && at + fragment.Length < line.Length
        && IsLetter(line[at - 1])
        && char.IsAsciiLetterLower(fragment[0])
        && !char.IsAscii(line[at - 1]);

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c);

    private static bool SameScript(char a, char b) => char.IsAscii(a) == char.IsAscii(b);

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    [GeneratedRegex(@"[。!?;：:，,.%]|\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(
        @"[^\s,，。]{0,3}色(?:网|站|图|情网?)|黄片|(?:约炮|裸聊)(?:网站?|平台|直播)?|成人(?:网|视频|影片|电影|小说)|AV(?:在线|网)|无码|做爱|porn\w*|xxx\b|sex ?(?:cam|video)s?|(?:博彩|赌场|赌球|棋牌)(?:网站?|平台)?|六合彩|时时彩|百家乐|澳门(?:新?葡京|赌)|体育投注|真人娱乐|casinos?\b|online betting|slot (?:machine|online)|viagra|cialis|payday loans?|代开发票|刷单|加微信|免费领取|开户送",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
