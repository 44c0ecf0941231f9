using System.Collections.Immutable;
using MarketPulse.Alerts.Mails;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>
/// What one alert email tells, in words and in the order told: the HTML and the plain text are both written from it,
/// so that neither says what the other doesn't. Text from feeds is cleaned, not yet escaped.
/// </summary>
/// <param name="Preheader">The line that an inbox shows beside the subject.</param>
/// <param name="Lead">The leading announcement, and how its day and the event day stand to each other.</param>
/// <param name="Verdict">The verdict in a few words; <paramref name="VerdictText"/> in a sentence.</param>
/// <param name="Key">What moved, what the benchmark lets expect, what is left.</param>
/// <param name="Others">Every stored result, the mail's own first; empty where there is no other.</param>
/// <param name="YearToDate">Null where the series doesn't reach back to the year before.</param>
/// <param name="Details">How it was measured, why it was sent and on what data.</param>
public sealed record AlertStory(
    string Subject,
    string Preheader,
    string Symbol,
    string Headline,
    string Dateline,
    string Lead,
    Verdict Outcome,
    string Verdict,
    string VerdictText,
    ImmutableArray<StoryFigure> Key,
    string ChartAlt,
    string ChartCaption,
    string Confounders,
    ImmutableArray<string> ConfounderList,
    ImmutableArray<StoryAnnouncement> Announcements,
    ImmutableArray<StoryResult> Others,
    string? YearToDate,
    ImmutableArray<string> Notes,
    ImmutableArray<StoryDetail> Details
)
{
    /// <summary>The language and zone that it is told in.</summary>
    public Wording Words { get; init; } = Wording.English;

    /// <summary>How earlier announcements of the kind were measured; null where too few are known.</summary>
    public string? History { get; init; }

    /// <summary>What the announcements state, and what became of it; the most telling first.</summary>
    public ImmutableArray<StoryClaimLine> Claims { get; init; } = [];

    /// <summary>How to hear no more of this; null for no way.</summary>
    public SilenceHint? Silence { get; init; }

    /// <summary>The page with the same figures; null for none.</summary>
    public string? Dashboard { get; init; }

    /// <summary>Puts a content into words.</summary>
    public static AlertStory Of(AlertContent content)
    {
        var primary = content.Primary;
        var symbol = MailText.Line(primary.Symbol, 20);
        var words = content.Words;
        var verdict = words.Word(AlertWords.Label(primary.Verdict));
        return new AlertStory(
            AlertWords.Subject(content),
            Glance(content, verdict),
            symbol,
            primary.Return is { } change ? $"{symbol} {Figures.Percent(change)}" : symbol,
            primary.Close is { } close
                ? words[$"Close {Figures.Price(close)} on {words.Date(primary.EventDay)}"]
                : words[$"No close for {words.Date(primary.EventDay)}"],
            AlertWords.Lead(content),
            primary.Verdict,
            verdict,
            AlertWords.Sentence(primary, words),
            StoryFigure.Key(content),
            ChartWords.Alt(content),
            ChartWords.Caption(content),
            ConfounderWords.Sentence(content),
            ConfounderWords.List(content),
            StoryAnnouncement.All(content.Announcements, words),
            Rows(content),
            Year(content),
            [
                .. content
                    .Results.Prepend(primary)
                    .SelectMany(r => r.Notes)
                    .Distinct()
                    .Take(8)
                    .Select(n => words.Stored(MailText.Line(n, 400))),
            ],
            StoryDetail.All(content)
        )
        {
            Words = words,
            History = content.History?.Say(words),
            Dashboard = MailText.Link(content.Dashboard),
            Silence = content.Silence,
            Claims = StoryClaimLine.All(
                content.Statements,
                StoryAnnouncement.Shown(content.Announcements),
                words
            ),
        };
    }

    // The mail's own result alone would only say again what stands above.
    private static ImmutableArray<StoryResult> Rows(AlertContent content) =>
        content.Results.Any(r => !StoryResult.Same(r, content.Primary))
            ?
            [
                .. content
                    .Results.OrderByDescending(r => StoryResult.Same(r, content.Primary))
                    .ThenByDescending(r => r.Benchmark == content.Primary.Benchmark)
                    .ThenBy(r => r.Benchmark, StringComparer.Ordinal)
                    .ThenBy(r => (r.WindowTo - r.WindowFrom, r.WindowFrom))
                    .ThenByDescending(r => r.Exclusions, StringComparer.Ordinal)
                    .Take(16)
                    .Select(r => StoryResult.Of(r, content.Primary, content.Words)),
            ]
            : [];

    internal static string Name<TKind>(TKind kind)
        where TKind : struct, Enum => kind.ToString().ToLowerInvariant();

    internal static string Window(CorrelationResult result, Wording words) =>
        result is { WindowFrom: 0, WindowTo: 0 }
            ? words.Word("on the event day")
            : words[
                $"in sessions {Figures.Relative(result.WindowFrom)} to {Figures.Relative(result.WindowTo)}"
            ];

    private static string Glance(AlertContent content, string verdict) =>
        content.Primary
            is { CumulativeAbnormalReturn: { } left, ExpectedReturn: { } expected } primary
            ? content.Words[
                $"{verdict}: {primary.Benchmark} lets expect {Figures.Percent(expected)}, {Figures.Percent(left)} is left (t {Figures.Number(primary.T)}, p {Figures.PValue(primary.P)})."
            ]
            : content.Words[
                $"{verdict}: {content.Words.Stored(MailText.Line(content.Primary.VerdictReason).TrimEnd('.'))}."
            ];

    private static string? Year(AlertContent content)
    {
        var stock = content.Stock;
        var day = stock.IndexOf(content.Primary.EventDay);
        var start = day < 0 ? -1 : stock.YearToDateBase(day);
        if (start < 0)
        {
            return null;
        }

        var from = stock.CloseOnBasisOf(start, day);
        var split = Math.Abs((from / stock[start].Close) - 1) > 1e-9;
        var words = content.Words;
        var traded = split
            ? words[$" (traded at {Figures.Price(stock[start].Close)} before the split)"]
            : "";
        return words[
            $"{Figures.Percent(stock.PriceReturn(start, day))}, from {Figures.Price(from)} on {words.Date(stock[start].Session)}{traded}, dividends not counted."
        ];
    }
}
