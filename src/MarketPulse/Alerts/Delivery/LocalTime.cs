namespace MarketPulse.Alerts.Delivery;

/// <summary>A time of day in a zone ↔ instants. Pure.</summary>
internal static class LocalTime
{
    /// <summary>The instant (UTC) of a time of day; one that daylight saving leaves out is the first instant after the gap.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant (UTC) at or after another at which a zone's clocks show a time of day.</summary>
    public static DateTimeOffset Next(DateTimeOffset after, TimeOnly time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        var today = Instant(day, time, zone);
        return today >= after ? today : Instant(day.AddDays(1), time, zone);
    }
}
