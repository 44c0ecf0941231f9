using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using MarketPulse.Prices;

namespace MarketPulse.Alerts.Signals;

/// <summary>
/// Reads dated events (IO): an iCalendar file, or JSON such as
/// <c>[{ "day": "2026-03-16", "title": "GTC keynote", "symbol": "NVDA" }]</c>.
/// </summary>
public static class EventsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private sealed record Row(string? Symbol, string? Title, DateOnly? Day, DateTimeOffset? At);

    /// <summary>The events between two of the exchange's dates, both inclusive, in order.</summary>
    /// <exception cref="SettingException">The file is missing or can't be read; the message names it and the cure.</exception>
    public static ImmutableArray<DatedEvent> Read(string path, DateOnly from, DateOnly to)
    {
        try
        {
            var text = File.ReadAllText(path);
            var events = path.EndsWith(".ics", StringComparison.OrdinalIgnoreCase)
                ? Calendar(text, from, to)
                : Json(text);
            return
            [
                .. events
                    .Where(e => e.Day >= from && e.Day <= to)
                    .OrderBy(e => e.Day)
                    .ThenBy(e => e.Title, StringComparer.Ordinal),
            ];
        }
        catch (Exception error)
            when (error
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or System.Runtime.Serialization.SerializationException
            )
        {
            throw new SettingException(
                $"The events file {path} can't be read: {error.Message} Mend it, or leave events out of the watchlist.",
                error
            );
        }
    }

    private static IEnumerable<DatedEvent> Json(string text) =>
        JsonSerializer
            .Deserialize<Row[]>(text, Options)!
            .Select(
                (row, i) =>
                    row is { Title.Length: > 0 } && (row.Day is not null || row.At is not null)
                        ? new DatedEvent(
                            row.Symbol,
                            row.Title,
                            row.Day ?? TradingCalendar.DateOf(row.At!.Value),
                            row.At
                        )
                        : throw new FormatException(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"event {i + 1} needs a title, and a day (such as 2026-03-16) or an instant (at)."
                            )
                        )
            );

    private static IEnumerable<DatedEvent> Calendar(string text, DateOnly from, DateOnly to)
    {
        var calendar =
            Ical.Net.Calendar.Load(text) ?? throw new FormatException("it holds no calendar.");
        // A day of room on both sides: an event's own zone may be ahead of the exchange's or behind it.
        var until = to.AddDays(2).ToDateTime(TimeOnly.MinValue);
        return
        [
            .. calendar
                .GetOccurrences<CalendarEvent>(
                    new CalDateTime(from.AddDays(-1).ToDateTime(TimeOnly.MinValue))
                )
                .TakeWhile(o => o.Period.StartTime.Value < until)
                .Select(Of),
        ];
    }

    private static DatedEvent Of(Occurrence occurrence)
    {
        var start = occurrence.Period.StartTime;
        var title = (occurrence.Source as CalendarEvent)?.Summary ?? "";
        // A time without a zone is the exchange's.
        DateTimeOffset? at =
            !start.HasTime ? null
            : start.IsFloating
                ? TimeZoneInfo.ConvertTimeToUtc(
                    DateTime.SpecifyKind(start.Value, DateTimeKind.Unspecified),
                    TradingCalendar.Zone
                )
            : new DateTimeOffset(start.AsUtc, TimeSpan.Zero);
        return new(
            null,
            title,
            at is { } instant
                ? TradingCalendar.DateOf(instant)
                : DateOnly.FromDateTime(start.Value),
            at
        );
    }
}
