namespace MarketPulse.Feeds;

/// <summary>A filing as the SEC's EDGAR Atom feeds describe it.</summary>
/// <param name="Form">The form's type, such as "8-K" or "8-K/A".</param>
/// <param name="AccessionNumber">Such as "0001045810-25-000023"; empty where not given.</param>
/// <param name="FiledOn">The filing date by the SEC's rules (Eastern; after 17:30 it is the next business day); null where not given.</param>
/// <param name="AcceptedAt">When EDGAR accepted it (UTC); null where not given.</param>
/// <param name="Items">An 8-K's item numbers, such as "2.02"; before August 2004 they had no decimals.</param>
public sealed record EdgarFiling(
    string Form,
    string AccessionNumber,
    DateOnly? FiledOn,
    DateTimeOffset? AcceptedAt,
    IReadOnlyList<string> Items
);
