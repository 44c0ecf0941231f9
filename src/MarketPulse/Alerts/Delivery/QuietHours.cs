using System.Globalization;

namespace MarketPulse.Alerts.Delivery;

/// <summary>A daily span in which only urgent mails go out. Begins inclusive, ends exclusive; may run over midnight.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads <c>22:00-07:00</c>; null for anything else, and for a span of no length.</summary>
    public static QuietHours? Parse(string text)
    {
        var parts = text.Split('-');
        return
            parts.Length == 2
            && Time(parts[0]) is { } from
            && Time(parts[1]) is { } to
            && from != to
            ? new QuietHours(from, to)
            : null;
    }

    /// <summary>When the quiet span that holds an instant ends (UTC), or null outside one.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!time.IsBetween(From, To))
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        return LocalTime.Instant(time < To ? day : day.AddDays(1), To, zone);
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(
            text.Trim(),
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
}
