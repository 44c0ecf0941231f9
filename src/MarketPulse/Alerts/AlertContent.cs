using System.Collections.Immutable;
using MarketPulse.Alerts.Mails;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>Everything that one alert email says, gathered before anything is written.</summary>
/// <param name="Announcements">The event day's announcements, the leading one first; never empty.</param>
/// <param name="Results">
/// The leading announcement's stored results: every benchmark, window and exclusion known when the alert was decided.
/// </param>
/// <param name="Primary">The result that the mail's first lines tell: window 0..0, first benchmark, no exclusions.</param>
/// <param name="Stock">The stock's bars, none later than the event day.</param>
/// <param name="Benchmark">The first benchmark's bars, none later than the event day.</param>
/// <param name="Why">Which rule matched and with what figures: "why you got this mail".</param>
/// <param name="SentAt">The instant of the alert's decision (UTC): the mail's Date.</param>
/// <param name="MessageId">Without angle brackets; the same on every attempt.</param>
public sealed record AlertContent(
    ImmutableArray<Announcement> Announcements,
    ImmutableArray<CorrelationResult> Results,
    CorrelationResult Primary,
    PriceSeries Stock,
    PriceSeries Benchmark,
    string Why,
    DateTimeOffset SentAt,
    string MessageId
)
{
    /// <summary>Where the bars come from, in words for the reader; empty when it isn't told.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>The language and zone that it is written in.</summary>
    public Wording Words { get; init; } = Wording.English;

    /// <summary>The page that the mail links to, an http(s) address; empty for none.</summary>
    public string Dashboard { get; init; } = "";

    /// <summary>What its announcements state about prices, held against the bars up to the event day.</summary>
    public ImmutableArray<StoryStatement> Statements { get; init; } = [];

    /// <summary>How to hear no more of this; null for no way.</summary>
    public SilenceHint? Silence { get; init; }

    /// <summary>How earlier announcements of the leading one's kind were measured; null where too few are known.</summary>
    public KindHistory? History { get; init; }
}
