using MarketPulse.Feeds;

namespace MarketPulse.Announcements;

/// <summary>What sort of announcement something is, with the words that decided it. Pure.</summary>
public static class KindRules
{
    /// <summary>Characters of a text that are looked at: what a story is about stands at its beginning.</summary>
    public const int TextLength = 3000;

    /// <summary>Matches of one kind in a text that count: a long list of chips is still one product story.</summary>
    private const int MostMatches = 5;

    /// <summary>What a text's words must weigh together before they decide.</summary>
    private const int Enough = 4;

    /// <summary>
    /// The kind of a feed's item: in an 8-K by its item numbers, else by its title, else by its summary; and the words that
    /// decided it.
    /// </summary>
    public static (AnnouncementKind Kind, string Reason) Classify(FeedItem item)
    {
        if (!Filing.Is(item.Title))
        {
            return Classify(item.Title, item.Summary);
        }

        var text = $"{item.Title} {item.Summary}";
        if (Filing.KindOf(text) is { } filed)
        {
            return (filed.Kind, $"8-K item {filed.Number} ({filed.Means})");
        }

        var told = ByWords(item.Title);
        told = told.Kind == AnnouncementKind.Other ? ByWords(text) : told;
        return told.Kind == AnnouncementKind.Other
            ? (told.Kind, "8-K without a telling item")
            : told;
    }

    /// <summary>The kind of an article: by its title where that is telling, else by what its text says most.</summary>
    /// <param name="text">The article without its title; may be empty.</param>
    /// <returns>The words that decided, quoted; for none, that there was none.</returns>
    public static (AnnouncementKind Kind, string Reason) Classify(string title, string text)
    {
        var told = ByWords(title);
        if (told.Kind != AnnouncementKind.Other)
        {
            return told;
        }

        told = ByText(text.Length > TextLength ? text[..TextLength] : text);
        return told.Kind == AnnouncementKind.Other
            ? (told.Kind, "no telling word in the title")
            : told;
    }

    private static (AnnouncementKind Kind, string Reason) ByWords(string title)
    {
        foreach (var (kind, words, _) in KindWords.InOrder)
        {
            if (words.Match(title) is { Success: true } match)
            {
                return (kind, $"'{match.Value.Trim()}'");
            }
        }

        return (AnnouncementKind.Other, "");
    }

    private static (AnnouncementKind Kind, string Reason) ByText(string text)
    {
        var (best, kind, reason) = (0, AnnouncementKind.Other, "");
        foreach (var words in KindWords.InOrder.Where(w => w.WeightInText > 0))
        {
            var matches = words.Words.Matches(text);
            var weight = words.WeightInText * Math.Min(matches.Count, MostMatches);
            if (weight >= Enough && weight > best)
            {
                var times = matches.Count == 1 ? "once" : $"{matches.Count} times";
                (best, kind) = (weight, words.Kind);
                reason = $"'{matches[0].Value.Trim()}' and the like {times} in the text";
            }
        }

        return (kind, reason);
    }
}
