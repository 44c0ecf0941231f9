using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>The words of a verdict. None says that an announcement moved the price, and none that it didn't.</summary>
public static class AlertWords
{
    /// <summary>The mail's subject, in one breath and without a word from a feed.</summary>
    public static string Subject(AlertContent content)
    {
        var result = content.Primary;
        var moved = result.Return is { } change
            ? $"{result.Symbol} {Figures.Percent(change)}"
            : result.Symbol;
        return MailText.Line(
            content.Words[$"{moved}{Relation(content)}: {Outcome(result, content.Words)}"]
        );
    }

    /// <summary>The verdict in a few words.</summary>
    public static string Label(Verdict verdict) =>
        verdict switch
        {
            Verdict.Significant => "Stands out from noise",
            Verdict.NotDistinguishableFromNoise => "Can't be told from noise",
            Verdict.Confounded => "Stands out, but shared with other announcements",
            _ => "Not enough data",
        };

    /// <summary>The verdict in a sentence or two, with what it doesn't say.</summary>
    public static string Sentence(CorrelationResult result, Wording words)
    {
        var p = $"p {Figures.PValue(result.P)}";
        return result.Verdict switch
        {
            Verdict.Significant => words[
                $"What is left is further from zero than ordinary days bring ({p}). That tells how unusual the day was, not why; of many days measured at 5 %, about one in twenty stands out by chance."
            ],
            Verdict.NotDistinguishableFromNoise => words[
                $"What is left is within what ordinary days bring ({p}). {Detectable(result, words)}Not detected is not the same as not there."
            ],
            Verdict.Confounded => words[
                $"What is left is further from zero than ordinary days bring ({p}), but the announcement doesn't have the window to itself: the figures can't be divided."
            ],
            _ => words[
                $"The figures allow no answer: {words.Stored(MailText.Line(result.VerdictReason).TrimEnd('.'))}."
            ],
        };
    }

    /// <summary>What sort of announcement, with the article that a sentence wants.</summary>
    public static string Kind(AnnouncementKind kind) =>
        kind switch
        {
            AnnouncementKind.Results => "its results",
            AnnouncementKind.Guidance => "its guidance",
            AnnouncementKind.Keynote => "the keynote",
            AnnouncementKind.Regulation => "the regulatory news",
            AnnouncementKind.Capital => "the capital news",
            AnnouncementKind.Management => "the management news",
            AnnouncementKind.Product => "the product news",
            AnnouncementKind.Partnership => "the partnership news",
            AnnouncementKind.Comment => "a comment",
            _ => "an announcement",
        };

    /// <summary>The leading announcement's title, and how its day and the event day stand to each other.</summary>
    public static string Lead(AlertContent content)
    {
        var words = content.Words;
        var relation = words[$"{When(content)} {words.Word(Kind(content.Announcements[0].Kind))}"];
        var title = MailText.Line(content.Announcements[0].Title);
        var more = content.Announcements.Length - 1;
        return words[$"{char.ToUpperInvariant(relation[0])}{relation[1..]}: {title}"]
            + (more == 0 ? "" : words[$" (and {more} more)"]);
    }

    private static string Relation(AlertContent content)
    {
        var kind = content.Announcements[0].Kind;
        var words = content.Words;
        return kind == AnnouncementKind.Other
            ? ""
            : words[$" {When(content)} {words.Word(Kind(kind))}"];
    }

    private static string When(AlertContent content)
    {
        var announcement = content.Announcements[0];
        var told = announcement.PublishedAt is { } at
            ? TradingCalendar.DateOf(at)
            : announcement.PublishedOn;
        return content.Words.Word(
            told < content.Primary.EventDay ? "the session after"
            : told > content.Primary.EventDay ? "the session reported by"
            : "the day of"
        );
    }

    private static string Outcome(CorrelationResult result, Wording words) =>
        result.Verdict switch
        {
            Verdict.Significant => words[$"{Beyond(result, words)} what the market lets expect"],
            Verdict.Confounded => words[
                $"{Beyond(result, words)} what the market lets expect, shared with other news"
            ],
            Verdict.NotDistinguishableFromNoise => MostlyTheMarket(result)
                ? words.Word("within what the market lets expect")
                : words[
                    $"{Figures.Percent(result.CumulativeAbnormalReturn)} is left, which can't be told from noise"
                ],
            _ => words.Word("not enough data for an answer"),
        };

    // A stock may rise by less than the market lets expect: then what is left isn't beyond, it is missing.
    private static string Beyond(CorrelationResult result, Wording words) =>
        result.Return * result.CumulativeAbnormalReturn < 0
            ? words[
                $"{Figures.Percent(result.CumulativeAbnormalReturn).TrimStart('+', '−')} short of"
            ]
            : words[$"{Figures.Percent(result.CumulativeAbnormalReturn)} beyond"];

    // Only where at most a quarter of the move is left may the market be said to explain it.
    private static bool MostlyTheMarket(CorrelationResult result) =>
        result is { Return: { } change, CumulativeAbnormalReturn: { } left }
        && Math.Abs(left) <= Math.Abs(change) / 4;

    private static string Detectable(CorrelationResult result, Wording words) =>
        ConfidenceInterval.HalfWidth(result) is { } half
            ? words[
                $"Only something beyond ±{Figures.Size(half)} would have stood out at the 5 % level. "
            ]
            : "";
}
