using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>Whether a headline is about a company or only mentions it. Pure.</summary>
internal static partial class Relevance
{
    /// <summary>How the reason begins where a company is named but the headline isn't about it.</summary>
    public const string Passing = "a passing mention";

    /// <summary>Named companies from which on a headline lists them rather than being about one.</summary>
    private const int List = 3;

    /// <summary>
    /// Whether a headline is about a company, and why. It isn't where the company stands only for a comparison ("to rival
    /// Nvidia"), as what somebody else's news hangs on ("on Nvidia demand"), in front of another company's name ("Nvidia supplier"),
    /// in a list, or in a report of the whole market.
    /// </summary>
    /// <param name="names">Words that mean the company.</param>
    public static (bool IsAbout, string Reason) Judge(
        string title,
        IReadOnlyCollection<string> names
    )
    {
        if (names.FirstOrDefault(n => Names(title, n)) is not { } named)
        {
            return (false, "its title names no watched company");
        }

        // One name for all the ways of writing it, so that the patterns below stay readable.
        var text = StoryWords.Headline(title);
        foreach (var name in names.OrderByDescending(n => n.Length))
        {
            text = text.Replace(name, "§", StringComparison.OrdinalIgnoreCase);
        }

        return Market().Match(text) is { Success: true } market && !Leads().IsMatch(text)
                ? (false, $"{Passing}: a report of the market ('{market.Value.Trim()}')")
            : Comparison().Match(text) is { Success: true } comparison && !StartsWith(text)
                ? (false, $"{Passing}: a comparison ('{Words(comparison, named)}')")
            : Another().Match(text) is { Success: true } another
                ? (false, $"{Passing}: about another company ('{Words(another, named)}')")
            : Hangs().Match(text) is { Success: true } hangs && !StartsWith(text)
                ? (
                    false,
                    $"{Passing}: what somebody else's news hangs on ('{Words(hangs, named)}')"
                )
            : Listed(text) >= List ? (false, $"{Passing}: one of {Listed(text)} names in a list")
            : (true, $"its title names {named}");
    }

    /// <summary>Whether a name stands in a text as a word of its own; Chinese names need no spaces around them.</summary>
    public static bool Names(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + name.Length;
            var before = at == 0 || !IsOneWord(text[at - 1], name[0]);
            if (before && (end == text.Length || !IsOneWord(name[^1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneWord(char first, char second) =>
        char.IsAsciiLetterOrDigit(first) && char.IsAsciiLetterOrDigit(second);

    private static string Words(Match match, string name) =>
        match.Value.Trim().Replace("§", name, StringComparison.Ordinal);

    private static bool StartsWith(string text) =>
        text.StartsWith('§') || text.StartsWith("The §", StringComparison.Ordinal);

    /// <summary>How many names stand beside the company's, between commas or joined by "and", itself counted; 0 for no list.</summary>
    private static int Listed(string text) =>
        Enumeration().Match(text) is { Success: true } list
        && list.Value.Contains('§', StringComparison.Ordinal)
            ? list
                .Value.Split([",", "、", "&", " and ", "和"], StringSplitOptions.RemoveEmptyEntries)
                .Count(n => n.Trim().Length > 0)
            : 0;

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(the )?(dow|s&p( 500)?|nasdaq|russell|wall street|futures|stocks?( market)?|stock futures|markets?|us stocks|u\.s\. stocks|tech stocks|chip stocks|asian stocks|european shares)\b|^(美股|道指|纳指|納指|标普|標普|三大指数|三大股指|港股|A股|全球股市|科技股|芯片股)",
        Flags
    )]
    private static partial Regex Market();

    // "Stock market today: Nvidia shares drop 10 %" is about the one company that it names first.
    [GeneratedRegex(
        @"^[^:：§;；,，]*[:：]\s*(?:[\w'’]+\s){0,2}§(?!\s*([,，、&]|and\b|和))|^stock market today: § ",
        Flags
    )]
    private static partial Regex Leads();

    [GeneratedRegex(
        @"\b(to |that )?(rivals?|challenges?|challenging|compete[sd]? with|competing with|take[s]? on|taking on|versus|vs\.?|like|unlike|than|behind|catch up (with|to)|alternatives? to|the (next|new|other)|beyond|not|instead of|ditch(es)?|dethrone|outpace[sd]?|outperform(s|ed)?|beats?|tops|surpass(es)?|overtakes?|cheaper than|faster than|against|threat to|answer to|reliance on|dependence on|away from|move over,?)( the)? §(?!['’]s (results|earnings|keynote))|§[- ](killer|like|beating|rival)|(对标|對標|挑战|挑戰|叫板|媲美|追赶|追趕|超越|取代|替代|不输|不輸|比肩|摆脱|擺脫|抗衡|下一个|下一個|平替)[^,,]{0,4}§",
        Flags
    )]
    private static partial Regex Comparison();

    [GeneratedRegex(
        @"(?<!between )§(['’]s)?[- ](backed|linked|powered|based|funded|supported|fuelled|fueled|dependent)\b|§(['’]s)? (rivals?|competitors?|suppliers?|customers?|peers?|partner|server maker|cloud partner|foe|challenger)\b|\b(ex-|former |ex )§|§(的)?(概念股|供应商|供應商|竞争对手|競爭對手|对手|對手|代工厂|供应链|供應鏈|客户|客戶|前员工|前員工|背后的)",
        Flags
    )]
    private static partial Regex Another();

    [GeneratedRegex(
        @"\b(on|amid|after|from|thanks to|ahead of|before|as|despite|following|with|by) (strong |booming |hopes (for|of) |word of )?§(['’]s)? ?(-?(related|driven) )?(demand|orders?|results|earnings|report|rally|selloff|sell-off|boom|hopes|chips? demand|server demand|sales|surges?|slump|slides?|gains?|tumbles?|keynote|GTC|event|optimism|worries|order)\b|(受益于|受益於|受|因|随|隨)§[^,,]{0,8}(需求|订单|訂單|财报|財報|带动|帶動|拖累|影响|影響|提振)",
        Flags
    )]
    private static partial Regex Hangs();

    [GeneratedRegex(
        @"(?:[\w§.&'’-]+(?:\s[A-Z][\w.]+)?\s?[,、]\s?){1,}[\w§.'’-]+(?:\s[A-Z][\w.]+)?(?:,? (?:and|&) [\w§.'’-]+)?|[\w§]+(?:、[\w§]+)+(?:和[\w§]+)?"
    )]
    private static partial Regex Enumeration();
}
