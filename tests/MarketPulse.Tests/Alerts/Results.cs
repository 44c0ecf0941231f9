using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts;

/// <summary>Results of 18 March 2025 and the rules that they meet.</summary>
internal static class Results
{
    public static readonly DateOnly Day = new(2025, 3, 18);
    public static readonly DateTimeOffset Evening = new(2025, 3, 18, 20, 30, 0, TimeSpan.Zero);
    public static readonly WatchedSymbol Nvidia = new("NVDA", ["NVIDIA"], [new("SPY"), new("SMH")]);
    public static readonly WatchRule Move = new("a move", 0.03, 2);

    public static CorrelationResult Of(
        double? @return = -0.0343,
        double? t = -0.135,
        string id = "20250318T170000-a",
        AnnouncementKind kind = AnnouncementKind.Keynote,
        DateOnly? day = null
    ) =>
        AlertContents.Keynote().Primary with
        {
            AnnouncementId = id,
            Kind = kind,
            EventDay = day ?? Day,
            Return = @return,
            T = t,
        };
}
