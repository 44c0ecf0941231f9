namespace MarketPulse;

/// <summary>The scheduled functions. Each has a setting <c>NAME:Schedule</c>, six-field NCRONTAB in UTC.</summary>
public static class FunctionNames
{
    public const string IngestAnnouncements = nameof(IngestAnnouncements);
    public const string IngestPrices = nameof(IngestPrices);
    public const string Correlate = nameof(Correlate);
    public const string SendAlerts = nameof(SendAlerts);
    public const string Watchdog = nameof(Watchdog);

    /// <summary>All of them, in the order of the data.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        IngestAnnouncements,
        IngestPrices,
        Correlate,
        SendAlerts,
        Watchdog,
    ];
}
