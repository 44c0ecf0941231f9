using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Prices;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class AnnouncementsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<AnnouncementsQuestion, AnnouncementAnswer>(
            AnnouncementsQuestion.Asked
        ).Create(_ =>
            [
                new("Published (New York)", Published, ColumnKind.Figure),
                new("Event day", a => Answer.Date(a.EventDay), ColumnKind.Figure),
                new("Kind", a => Terminal.Name(a.Kind), ColumnKind.Optional),
                new("Announcement", a => a.Title, ColumnKind.Text),
                new("Why that day", a => a.EventDayReason, ColumnKind.Text),
                new(
                    "Told by",
                    a => string.Join(", ", a.Sources.Select(s => s.Feed).Distinct()),
                    ColumnKind.Text
                ),
            ]
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

    private static string Published(AnnouncementAnswer announcement) =>
        announcement.PublishedAt is { } at
            ? TimeZoneInfo
                .ConvertTime(at, TradingCalendar.Zone)
                .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : "unknown";
}
