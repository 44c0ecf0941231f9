using System.Text.RegularExpressions;
using MarketPulse.Feeds;

namespace MarketPulse.Announcements;

/// <summary>What sort of announcement an item is, by the words in its title (or, in an 8-K, by its item numbers).</summary>
public static partial class KindRules
{
    // First match wins, so the order is from the most to the least telling words.
    private static readonly (AnnouncementKind Kind, Regex Words)[] Titles =
    [
        (AnnouncementKind.Results, Results()),
        (AnnouncementKind.Guidance, Guidance()),
        (AnnouncementKind.Comment, MarketReport()),
        (AnnouncementKind.Keynote, Keynote()),
        (AnnouncementKind.Regulation, Regulation()),
        (AnnouncementKind.Capital, Capital()),
        (AnnouncementKind.Management, Management()),
        (AnnouncementKind.Partnership, Partnership()),
        (AnnouncementKind.Product, Product()),
        (AnnouncementKind.Comment, Comment()),
    ];

    /// <summary>SEC Form 8-K items (17 CFR 249.308) that have a kind of their own; the others are told by their words.</summary>
    private static readonly (string Item, AnnouncementKind Kind, string Means)[] FilingItems =
    [
        ("2.02", AnnouncementKind.Results, "results of operations"),
        ("5.02", AnnouncementKind.Management, "directors and officers"),
        ("5.07", AnnouncementKind.Management, "shareholders' vote"),
        ("5.03", AnnouncementKind.Capital, "articles or bylaws"),
        ("1.01", AnnouncementKind.Partnership, "material agreement"),
        ("7.01", AnnouncementKind.Guidance, "Regulation FD disclosure"),
    ];

    /// <summary>The kind and the words that decided it.</summary>
    public static (AnnouncementKind Kind, string Reason) Classify(FeedItem item)
    {
        if (Filing().IsMatch(item.Title))
        {
            var text = $"{item.Title} {item.Summary}";
            foreach (var (number, kind, means) in FilingItems)
            {
                if (text.Contains($"Item {number}", StringComparison.OrdinalIgnoreCase))
                {
                    return (kind, $"8-K item {number} ({means})");
                }
            }

            var told = ByWords(item.Title);
            told = told.Kind == AnnouncementKind.Other ? ByWords(text) : told;
            return told.Kind == AnnouncementKind.Other
                ? (told.Kind, "8-K without a telling item")
                : told;
        }

        var byTitle = ByWords(item.Title);
        return byTitle.Kind == AnnouncementKind.Other
            ? (AnnouncementKind.Other, "no telling word in the title")
            : byTitle;
    }

    private static (AnnouncementKind Kind, string Reason) ByWords(string text)
    {
        foreach (var (kind, words) in Titles)
        {
            if (words.Match(text) is { Success: true } match)
            {
                return (kind, $"'{match.Value.Trim()}'");
            }
        }

        return (AnnouncementKind.Other, "");
    }

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*8-K\b|\bcurrent report\b", Flags)]
    private static partial Regex Filing();

    [GeneratedRegex(
        @"\b(financial results|quarterly results|results for (the )?(first|second|third|fourth) quarter|reports? (record )?(first|second|third|fourth)[- ]quarter|(first|second|third|fourth)[- ]quarter (fiscal \d{4} )?results|earnings (beat|miss|report|release))\b|财报|业绩",
        Flags
    )]
    private static partial Regex Results();

    [GeneratedRegex(
        @"\b((preliminary|updated?|revised?) (financial )?(results|outlook|guidance)|(cuts?|raises?|lowers?) (its )?(outlook|guidance|forecast))\b|业绩指引",
        Flags
    )]
    private static partial Regex Guidance();

    [GeneratedRegex(
        @"\b((diffusion|export) (controls?|licen[cs]e|rules?|restrictions?|curbs?)|licen[cs]e requirement|antitrust|lawsuit|subpoena|SEC charges|probe|investigat(es|ion)|tariffs?)\b|出口管制|反垄断",
        Flags
    )]
    private static partial Regex Regulation();

    [GeneratedRegex(
        @"^stock market today\b|^(markets?|stocks?) (wrap|close|open)|\b(shares|stock) (in focus|falls?|rises?|drops?|sinks?|leaps?|closes?|ends?|slips?|jumps?|gains?|climbs?|tumbles?|plunges?|soars?|surges?)\b",
        Flags
    )]
    private static partial Regex MarketReport();

    [GeneratedRegex(
        @"\b(shares|stock|stocks|market value|market cap(itali[sz]ation)?|sell-?off|price target|analysts?|investors|wall street|downgrade[sd]?|upgrade[sd]?)\b|股价|收报",
        Flags
    )]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(keynote|special address|opening address)\b|主题演讲", Flags)]
    private static partial Regex Keynote();

    [GeneratedRegex(
        @"\b(stock split|dividend|share repurchase|buyback|notes offering|bylaws|certificate of incorporation)\b|拆股|股息|回购",
        Flags
    )]
    private static partial Regex Capital();

    [GeneratedRegex(
        @"\b(board of directors|joins (the |its )?board|appoint(s|ed|ment)?|chief (executive|financial|operating|accounting) officer|CEO succession|resign(s|ed|ation)?|retire[sd]?|director)\b|任命|辞职",
        Flags
    )]
    private static partial Regex Management();

    [GeneratedRegex(
        @"\b(partner(s|ed|ship|ing)?|collaborat(e|es|ed|ion|ing)|team(s|ed)? up|agree(s|d|ment)|acquir(e|es|ed|ing)|acquisition|invest(s|ed|ment|ing)?|joint|alliance|works? with|together|join(s|ed)?|deals?)\b|合作|收购",
        Flags
    )]
    private static partial Regex Partnership();

    [GeneratedRegex(
        @"\b(launch(es|ed)?|introduc(e|es|ed|ing)|unveil(s|ed)?|announc(e|es|ed|ing)|releas(e|es|ed)|ship(s|ped|ping)?|availab(le|ility)|open[- ]sources?|platform|GPUs?|CPUs?|superchip|chips?|systems?|software|microservices?|models?|supercomputers?|blueprints?|production|manufactur(e|es|ing)|roadmap|processors?|networking|switch(es)?)\b|发布|推出|芯片",
        Flags
    )]
    private static partial Regex Product();
}
