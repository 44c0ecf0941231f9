using System.CommandLine;
using System.Globalization;
using MarketPulse.Announcements;
using MarketPulse.Cli.Output;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

internal static class AnnouncementsQuery
{
    public static Command Create()
    {
        var command = new QueryOptions()
            .With(
                "kind",
                "keynote, results, guidance, regulation, capital, management, product, partnership, comment, other"
            )
            .Command(
                "announcements",
                "The stories, their sources and the session that each falls on. Dates are those of publication in New York.",
                async (host, query, format, cancellation) =>
                    Answer.Write(
                        await host.Get<StoredKnowledge>()
                            .AnnouncementsAsync(
                                query.Symbol,
                                query.From,
                                query.To,
                                query.Kind,
                                cancellation
                            ),
                        format,
                        new("Published (New York)", Published, ColumnKind.Figure),
                        new(
                            "Event day",
                            a => Answer.Date(EventDay.Of(a).Session),
                            ColumnKind.Figure
                        ),
                        new("Kind", a => Terminal.Name(a.Kind), ColumnKind.Optional),
                        new("Announcement", a => a.Title, ColumnKind.Text),
                        new("Why that day", a => EventDay.Of(a).Reason, ColumnKind.Text),
                        new(
                            "Told by",
                            a => string.Join(", ", a.Sources.Select(s => s.Feed).Distinct()),
                            ColumnKind.Text
                        )
                    )
            );
        Examples.Of(
            command,
            (
                "query announcements --data .marketpulse/replay --kind results",
                "every quarter's results"
            ),
            ("query announcements --from 2025-03-01 --format csv", "for a spreadsheet")
        );
        return command;
    }

    private static string Published(Announcement announcement) =>
        announcement.PublishedAt is { } at
            ? TimeZoneInfo
                .ConvertTime(at, TradingCalendar.Zone)
                .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "unknown";
}
