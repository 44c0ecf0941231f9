namespace MarketPulse.Correlation.Studies;

/// <summary>Something about a study that a reader of its figures must know.</summary>
/// <param name="EventId">The event, or empty for the whole study.</param>
/// <param name="What">A short key, such as <c>thin-estimation</c>.</param>
/// <param name="Why">In words, with the figures.</param>
public sealed record StudyNote(string EventId, string What, string Why);
