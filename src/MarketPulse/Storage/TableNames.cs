namespace MarketPulse.Storage;

/// <summary>Every table there is.</summary>
public static class TableNames
{
    public const string Announcements = "Announcements";
    public const string Prices = "Prices";
    public const string Correlations = "Correlations";
    public const string Alerts = "Alerts";
    public const string Notifications = "Notifications";

    /// <summary>How far each source was read: validators and faults of feeds, and watermarks.</summary>
    public const string Sources = "Sources";

    /// <summary>When each function last ran to its end. A log of operation, not of knowledge: a replay doesn't export it.</summary>
    public const string Runs = "Runs";

    /// <summary>What the user doesn't want to hear of for a while.</summary>
    public const string Silences = "Silences";

    /// <summary>The tables that hold what MarketPulse knows, in the order in which a replay exports them.</summary>
    public static readonly IReadOnlyList<string> Knowledge =
    [
        Announcements,
        Prices,
        Correlations,
        Alerts,
        Notifications,
        Sources,
    ];

    /// <summary>All of them, in the order in which an export and an import take them.</summary>
    public static readonly IReadOnlyList<string> All = [.. Knowledge, Silences, Runs];
}
