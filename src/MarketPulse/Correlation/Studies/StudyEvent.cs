namespace MarketPulse.Correlation.Studies;

/// <summary>An event to be studied: something that happened to a firm on a date.</summary>
/// <param name="Id">Unique within a study.</param>
/// <param name="Firm">The column with the firm's returns.</param>
/// <param name="Date">The date on which the market could first act on it; without a session, the next session is τ = 0.</param>
/// <param name="Kind">keynote, product, earnings, …: events of one kind are also tested together; empty where kinds don't matter.</param>
public sealed record StudyEvent(string Id, string Firm, DateOnly Date, string Kind = "");
