namespace MarketPulse.Alerts.Signals;

/// <summary>Something that is known to come.</summary>
/// <param name="Symbol">The watched symbol that it is about; null where the events file names none: then it is about each.</param>
/// <param name="Day">The exchange's date.</param>
/// <param name="At">The instant (UTC), where the file gives a time.</param>
public sealed record DatedEvent(string? Symbol, string Title, DateOnly Day, DateTimeOffset? At);
