using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

internal static class AlertsQuery
{
    public static Command Create()
    {
        var command = new QueryOptions()
            .With("kind", "Of the announcement")
            .Command(
                "alerts",
                "Every decision about an alert, and why there was a mail or none. Dates are event days.",
                async (host, query, format, cancellation) =>
                {
                    var alerts = await host.Get<StoredKnowledge>()
                        .AlertsAsync(query.Symbol, query.From, query.To, cancellation);
                    Rows.Write(
                        [.. alerts.Where(a => query.Kind is null || a.Kind == query.Kind)],
                        format,
                        ("Event day", a => Rows.Date(a.EventDay), true),
                        ("Announcement", a => Rows.Cut(a.Title, 50), false),
                        ("Decision", a => Terminal.Name(a.Decision), false),
                        ("Why", a => a.Reason, false),
                        (
                            "Decided (UTC)",
                            a =>
                                a.DecidedAt.UtcDateTime.ToString(
                                    "yyyy-MM-dd HH:mm",
                                    CultureInfo.InvariantCulture
                                ),
                            true
                        )
                    );
                }
            );
        Examples.Of(
            command,
            (
                "query alerts --data .marketpulse/replay --from 2025-03-18 --to 2025-03-18",
                "why was there a mail that day?"
            ),
            ("query alerts --kind keynote --format json", "for a program")
        );
        return command;
    }
}
