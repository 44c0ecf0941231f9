using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>What a text is written in besides words.</summary>
internal enum TextForm
{
    Plain,
    Page,
    Feed,
}

/// <summary>Tells plain text, web pages and feeds apart: by the text itself first, types and names are often wrong.</summary>
internal static partial class TextSort
{
    private const int Head = 4096;

    public static TextForm Of(string text, string? contentType, string name)
    {
        var head = text.Length > Head ? text[..Head] : text;
        if (Feed().IsMatch(head))
        {
            return TextForm.Feed;
        }

        var declared =
            contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
            || name.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        return Page().IsMatch(head) || (declared && head.Contains('<', StringComparison.Ordinal))
            ? TextForm.Page
            : TextForm.Plain;
    }

    [GeneratedRegex(
        @"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Feed();

    [GeneratedRegex(
        @"<!doctype html|<html\b|<head\b|<body\b|^\s*<(?:div|article|p|h1|main|section|meta|title|script)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Page();
}
