namespace MarketPulse.Cli.Replay;

/// <summary>What one replay is asked for.</summary>
/// <param name="From">First exchange date, inclusive.</param>
/// <param name="To">Last exchange date, inclusive.</param>
/// <param name="History">The folder of bars and feeds.</param>
/// <param name="EveryTick">Also run what has nothing new to do.</param>
internal sealed record ReplayOptions(DateOnly From, DateOnly To, string History, bool EveryTick)
{
    public static readonly DateOnly DefaultFrom = new(2024, 1, 2);
    public static readonly DateOnly DefaultTo = new(2025, 6, 30);
}
