namespace MarketPulse.Feeds;

/// <summary>The SEC asks automated readers for a contact in the User-Agent, and turns away those without one.</summary>
public static class SecContact
{
    public const string Cure =
        "The SEC asks for a contact: set Http:UserAgent to something like 'MarketPulse/0.1 (you@example.org)'.";

    /// <summary>Whether an address is the SEC's and the agent names nobody.</summary>
    public static bool IsMissing(Uri address, string agent) =>
        (
            address.Host.Equals("sec.gov", StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith(".sec.gov", StringComparison.OrdinalIgnoreCase)
        ) && !agent.Contains('@', StringComparison.Ordinal);
}
