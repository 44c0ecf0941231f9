using System.CommandLine;
using MarketPulse.Cli.Silence;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query</c>: asks what is stored.</summary>
internal static class QueryCommand
{
    public static Command Create() =>
        new(
            "query",
            "Ask what is stored: correlations, announcements, prices, alerts, claims, statements, studies, paths, events, silences, health."
        )
        {
            CorrelationsQuery.Create(),
            AnnouncementsQuery.Create(),
            PricesQuery.Create(),
            AlertsQuery.Create(),
            ClaimsQuery.Create(),
            StatementsQuery.Create(),
            StudiesQuery.Create(),
            PathQuery.Create(),
            EventsQuery.Create(),
            ListSilences.Create(SilencesQuestion.Asked.Name),
            HealthQuery.Create(),
        };
}
