using System.CommandLine;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query</c>: asks what is stored.</summary>
internal static class QueryCommand
{
    public static Command Create() =>
        new(
            "query",
            "Ask what is stored: correlations, announcements, prices, alerts, claims, studies, paths, health."
        )
        {
            CorrelationsQuery.Create(),
            AnnouncementsQuery.Create(),
            PricesQuery.Create(),
            AlertsQuery.Create(),
            ClaimsQuery.Create(),
            StudiesQuery.Create(),
            PathQuery.Create(),
            HealthQuery.Create(),
        };
}
