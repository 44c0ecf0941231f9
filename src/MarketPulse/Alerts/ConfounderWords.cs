using System.Collections.Immutable;

namespace MarketPulse.Alerts;

/// <summary>What else fell into the window: told in any verdict, for a reader to weigh.</summary>
public static class ConfounderWords
{
    private const int Most = 7;

    /// <summary>How many other announcements share the window, and where they are told.</summary>
    public static string Sentence(AlertContent content)
    {
        var words = content.Words;
        var window = AlertStory.Window(content.Primary, words);
        var others = content.Primary.Confounders.Length;
        var below = others - Untold(content).Length;
        var fall =
            others == 1
                ? words[$"One other announcement falls {window}"]
                : words[$"{others} other announcements fall {window}"];
        return others == 0 ? words[$"No other announcement is known {window}."]
            : below == others ? words[$"{fall}, told below."]
            : below == 0 ? words[$"{fall}:"]
            : words[$"{fall}. {below} told below, the others:"];
    }

    /// <summary>Those that aren't told below, a line each.</summary>
    public static ImmutableArray<string> List(AlertContent content)
    {
        var untold = Untold(content);
        var more = StoryAnnouncement.More(untold.Length, Most, content.Words);
        return
        [
            .. untold
                .Take(Most)
                .Select(c =>
                    $"{content.Words.Date(c.EventDay)}, {content.Words.Word(AlertStory.Name(c.Kind))}: {MailText.Line(c.Title)}"
                ),
            .. more.Length > 0 ? [more] : Array.Empty<string>(),
        ];
    }

    private static ImmutableArray<Correlation.Confounder> Untold(AlertContent content)
    {
        var told = StoryAnnouncement.Shown(content.Announcements).Select(a => a.Id).ToHashSet();
        return [.. content.Primary.Confounders.Where(c => !told.Contains(c.AnnouncementId))];
    }
}
