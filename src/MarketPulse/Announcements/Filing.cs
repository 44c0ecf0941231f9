using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>An SEC Form 8-K as feeds title it, and what its items mean. Pure.</summary>
public static partial class Filing
{
    /// <summary>The items of Form 8-K (17 CFR 249.308), in short, the weightiest first; some have a kind of their own.</summary>
    private static readonly (string Number, AnnouncementKind? Kind, string Means)[] Items =
    [
        ("2.02", AnnouncementKind.Results, "results of operations"),
        ("5.02", AnnouncementKind.Management, "directors and officers"),
        ("5.07", AnnouncementKind.Management, "shareholders' vote"),
        ("5.03", AnnouncementKind.Capital, "articles or bylaws"),
        ("1.01", AnnouncementKind.Partnership, "material agreement"),
        ("7.01", AnnouncementKind.Guidance, "Regulation FD disclosure"),
        ("2.01", AnnouncementKind.Partnership, "acquisition or sale completed"),
        ("2.03", AnnouncementKind.Capital, "new debt"),
        ("3.02", AnnouncementKind.Capital, "unregistered sale of shares"),
        ("3.03", AnnouncementKind.Capital, "rights of security holders"),
        ("1.02", null, "agreement ended"),
        ("1.03", null, "bankruptcy"),
        ("1.04", null, "mine safety"),
        ("1.05", null, "cybersecurity incident"),
        ("2.04", null, "debt falls due early"),
        ("2.05", null, "exit or disposal costs"),
        ("2.06", null, "impairment"),
        ("3.01", null, "listing"),
        ("4.01", null, "change of auditor"),
        ("4.02", null, "earlier accounts not to be relied on"),
        ("5.01", null, "change of control"),
        ("5.04", null, "trading suspended in benefit plans"),
        ("5.05", null, "code of ethics"),
        ("5.08", null, "nominations of directors"),
        ("8.01", null, "other events"),
    ];

    /// <summary>Whether a title is a filing's.</summary>
    public static bool Is(string title) => Title().IsMatch(title);

    /// <summary>The weightiest item that has a kind of its own, or null.</summary>
    internal static (string Number, AnnouncementKind Kind, string Means)? KindOf(string text)
    {
        foreach (var (number, kind, means) in Items)
        {
            if (kind is { } own && Names(text, number))
            {
                return (number, own, means);
            }
        }

        return null;
    }

    /// <summary>A title that says what a bare "8-K - Current report" leaves to its item numbers; other titles stay.</summary>
    /// <param name="summary">Holds the items, as EDGAR lists them ("Item 2.02: …").</param>
    public static string ReadableTitle(string title, string summary)
    {
        if (!Bare().IsMatch(title))
        {
            return title;
        }

        var named = Items.Where(i => Names(summary, i.Number)).ToList();
        return named.Count switch
        {
            0 => title,
            1 => $"8-K: {named[0].Means} (item {named[0].Number})",
            _ =>
                $"8-K: {string.Join(", ", named.Select(i => i.Means))} (items {string.Join(", ", named.Select(i => i.Number))})",
        };
    }

    private static bool Names(string text, string number) =>
        text.Contains($"Item {number}", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^\s*8-K\b|\bcurrent report\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^\s*8-K(/A)?(\s+-\s+Current report)?(\s+-\s+[^:]*\(\d{10}\)\s*\(Filer\))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Bare();
}
