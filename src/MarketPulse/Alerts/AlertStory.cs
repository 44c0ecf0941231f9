using System.Collections.Immutable;
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
    /// <summary>Puts a content into words.</summary>
    public static AlertStory Of(AlertContent content)
    {
        var primary = content.Primary;
        var symbol = MailText.Line(primary.Symbol, 20);
        var verdict = AlertWords.Label(primary.Verdict);
        return new AlertStory(
            AlertWords.Subject(content),
            Glance(primary, verdict),
            symbol,
            primary.Return is { } change ? $"{symbol} {Figures.Percent(change)}" : symbol,
            primary.Close is { } close
                ? $"Close {Figures.Price(close)} on {Figures.Date(primary.EventDay)}"
                : $"No close for {Figures.Date(primary.EventDay)}",
            AlertWords.Lead(content),
            primary.Verdict,
            verdict,
            AlertWords.Sentence(primary),
            StoryFigure.Key(content),
            ChartWords.Alt(content),
            ChartWords.Caption(content),
            ConfounderWords.Sentence(content),
            ConfounderWords.List(content),
            StoryAnnouncement.All(content.Announcements),
            Rows(content),
            Year(content),
            [
                .. content
                    .Results.Prepend(primary)
                    .SelectMany(r => r.Notes)
                    .Distinct()
                    .Take(8)
                    .Select(n => MailText.Line(n, 400)),
            ],
            StoryDetail.All(content)
        );
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
                    .Select(r => StoryResult.Of(r, content.Primary)),
            ]
            : [];

    internal static string Name<TKind>(TKind kind)
        where TKind : struct, Enum => kind.ToString().ToLowerInvariant();

    internal static string Window(CorrelationResult result) =>
        result is { WindowFrom: 0, WindowTo: 0 }
            ? "on the event day"
            : $"in sessions {Figures.Relative(result.WindowFrom)} to {Figures.Relative(result.WindowTo)}";

    private static string Glance(CorrelationResult primary, string verdict) =>
        primary is { CumulativeAbnormalReturn: { } left, ExpectedReturn: { } expected }
            ? $"{verdict}: {primary.Benchmark} lets expect {Figures.Percent(expected)}, {Figures.Percent(left)} is left"
                + $" (t {Figures.Number(primary.T)}, p {Figures.PValue(primary.P)})."
            : $"{verdict}: {MailText.Line(primary.VerdictReason).TrimEnd('.')}.";

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
        return $"{Figures.Percent(stock.PriceReturn(start, day))} this year, from {Figures.Price(from)} on {Figures.Date(stock[start].Session)}"
            + (split ? $" (traded at {Figures.Price(stock[start].Close)} before the split)" : "")
            + ", dividends not counted.";
    }
}
