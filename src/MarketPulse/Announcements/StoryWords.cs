using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>A headline's or text's words as stories are compared by them. Pure.</summary>
internal static partial class StoryWords
{
    private static readonly List<string> Numbers =
    [
        .. "zero one two three four five six seven eight nine ten".Split(' '),
    ];

    // Words that every headline may have: they tell no story apart.
    private static readonly HashSet<string> Empty =
    [
        .. "a an and as at by for from in into is its it of on the to with that this will be are was after over amid says said nvidia nvidias nvda corp corporation inc new more 8 k report current s us u 的 了 和 与 在 将 为 及 英 伟 达 英伟 伟达".Split(
            ' '
        ),
    ];

    // Words of the trade: two stories of one day share them easily, so they say less than a name does.
    private static readonly HashSet<string> Common =
    [
        .. "ai gpu cpu chip platform system software model supercomputer infrastructure cloud data center factory computing technology launch announce unveil introduce release partner partnership collaborate collaboration team join expand build bring name appoint buy acquire acquisition purchase plan get take make invest order sell use start begin complete deliver power accelerate open first next generation world leading market stock share nvidia's company companie today day week quarter result financial fiscal year billion million percent developer enterprise industry jensen huang ceo 发布 推出 合作 芯片 人工 工智 智能 公司 股价 黄仁 仁勋 宣布"
            .Split(' ')
            .Select(w => IsChinese(w[0]) ? w : Stem(w)),
    ];

    /// <summary>What an outlet puts behind a headline (" - Reuters", " | The Verge", "_新浪财经") or before it ("UPDATE 2-") is taken off.</summary>
    public static string Headline(string title)
    {
        var bare = Prefix().Replace(title, "");
        var cut = Outlet().Match(bare);
        return cut.Success && cut.Index >= 12 ? bare[..cut.Index] : bare;
    }

    /// <summary>Every word in order, lower case; of Chinese the pairs of neighbouring characters.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        foreach (Match match in Word().Matches(text.ToLowerInvariant()))
        {
            var word = match.Value;
            if (!IsChinese(word[0]))
            {
                words.Add(Stem(word));
            }
            else if (word.Length == 1)
            {
                words.Add(word);
            }
            else
            {
                words.AddRange(
                    Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2))
                );
            }
        }

        return words;
    }

    /// <summary>A headline's telling words, each once.</summary>
    public static HashSet<string> Telling(string title) =>
        [.. Split(Headline(title)).Where(w => !Empty.Contains(w))];

    /// <summary>How much a word tells: 1, or a third for a word of the trade.</summary>
    public static double Weight(string word) => Common.Contains(word) ? 1.0 / 3 : 1;

    /// <summary>Whether a word is a number or a model's name: RTX "5090", "h20", "q3".</summary>
    public static bool IsFigure(string word) => word.Any(char.IsAsciiDigit);

    /// <summary>
    /// Whether two titles are one but for a single telling word in the same place: "chosen by BYD" and "chosen by Lucid" are two
    /// stories however much they share.
    /// </summary>
    public static bool DifferInOneName(string first, string second)
    {
        var (a, b) = (Split(Headline(first)), Split(Headline(second)));
        if (a.Count != b.Count || a.Count < 4)
        {
            return false;
        }

        var differing = a.Zip(b).Where(p => p.First != p.Second).ToList();
        return differing is [var (one, other)]
            && Weight(one) == 1
            && Weight(other) == 1
            && !Empty.Contains(one)
            && !Empty.Contains(other);
    }

    /// <summary>English endings that headlines change freely: "launches", "launched", "launching" are "launch".</summary>
    private static string Stem(string word) =>
        Numbers.IndexOf(word) is >= 0 and var number ? number.ToString(CultureInfo.InvariantCulture)
        : word.Length <= 4 || IsFigure(word) ? word
        : word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 6 ? Bare(word[..^3])
        : word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 5 ? Bare(word[..^2])
        : word.EndsWith("es", StringComparison.Ordinal) && word.Length > 5 ? Bare(word[..^2])
        : word[^1] == 's' && word[^2] != 's' ? Bare(word[..^1])
        : Bare(word);

    private static string Bare(string word) =>
        word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(
        @"[\u4e00-\u9fff]+|[0-9]+(?:[.,][0-9]+)*[a-z]*|[\p{L}\p{N}-[\u4e00-\u9fff]]+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\s+[-–—|]\s+(?:[^\s\d]+(?:\s+[^\s\d]+){0,3})$|\s*[_|｜]\s*[^\s\d_|｜]{2,8}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Outlet();

    [GeneratedRegex(
        @"^\s*((update|wrapup|refile|corrected)\s*\d*\s*[-:]|(exclusive|breaking|watch|video|live)\s*:|(快讯|突发|独家)\s*[:：|｜])\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Prefix();
}
