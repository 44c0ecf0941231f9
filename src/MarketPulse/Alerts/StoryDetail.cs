using System.Collections.Immutable;

namespace MarketPulse.Alerts;

/// <summary>A labelled line of the small print.</summary>
public sealed record StoryDetail(string Label, string Text)
{
    /// <summary>How it was measured, why the mail was sent, and on what data.</summary>
    public static ImmutableArray<StoryDetail> All(AlertContent content)
    {
        var (result, words) = (content.Primary, content.Words);
        var details = ImmutableArray.CreateBuilder<StoryDetail>();
        void Add(string label, string text) =>
            details.Add(new StoryDetail(words.Word(label), text));

        Add(
            "Event day",
            words[
                $"{words.Date(result.EventDay)}: {words.Stored(MailText.Line(result.EventDayReason))}."
            ]
        );
        if (result.Sigma is { } sigma)
        {
            Add(
                "Model",
                words[
                    $"{Capital(words.Word(MailText.Line(result.Model, 60)))} on {result.Benchmark}, simple total returns: α {Figures.Percent(result.Alpha, 3)} a session, β {Figures.Number(result.Beta)}, σ {Figures.Size(sigma)}."
                ]
            );
            Add(
                "Estimated on",
                words[
                    $"{result.EstimationSessions} sessions{Span(result.EstimationFrom, result.EstimationTo, words)}, {words.Word(result.Exclusions == "announcements" ? "other announcements' windows left out" : "none left out")}."
                ]
            );
            Add(
                result.AbnormalReturn is null ? "Cumulative abnormal return" : "Abnormal return",
                words[
                    $"{Figures.Percent(result.CumulativeAbnormalReturn, 3)}, standard error {Figures.Size(result.StandardError, 3)} with the estimate's own error, t = {Figures.Number(result.T)} on {result.DegreesOfFreedom} degrees of freedom, two-sided p {Figures.PValue(result.P)}."
                ]
            );
        }

        Add("Verdict", Ended(words.Stored(MailText.Line(result.VerdictReason, 400)), words));
        Add("Why this mail", Ended(words.Stored(MailText.Line(content.Why, 400)), words));
        Add("Data", Vintage(content));
        return details.ToImmutable();
    }

    private static string Vintage(AlertContent content)
    {
        var words = content.Words;
        string To(Prices.PriceSeries series) =>
            words[
                $"{series.Symbol} to {(series.Count > 0 ? words.Date(series[^1].Session) : words.Word("none"))}"
            ];
        var source =
            content.PriceSource.Length > 0
                ? words[$" from {words.Stored(MailText.Line(content.PriceSource))}"]
                : "";
        var feeds = content
            .Announcements.SelectMany(a => a.Sources)
            .Select(s => MailText.Line(s.Feed, 60))
            .Distinct()
            .ToList();
        var named = string.Join(", ", feeds.Take(10));
        var more = StoryAnnouncement.More(feeds.Count, 10, words);
        return words[
            $"Daily bars{source}: {To(content.Stock)}, {To(content.Benchmark)}. Feeds: {named}{(more.Length > 0 ? " " + more : "")}. Computed {words.Instant(content.Primary.ComputedAt)}."
        ];
    }

    private static string Ended(string sentence, Wording words) =>
        words[$"{sentence.TrimEnd('.', '。')}."];

    private static string Span(DateOnly? from, DateOnly? to, Wording words) =>
        from is { } first && to is { } last
            ? words[$", {words.Date(first)} to {words.Date(last)}"]
            : "";

    private static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
