using System.Text.Json.Nodes;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Queries;

/// <summary>The parameters that questions share. Dates are the exchange's (New York), both ends inclusive.</summary>
public static class QueryParameters
{
    /// <summary>The most rows of a page, and how many there are when nothing is said.</summary>
    public const int MostRows = 1000;

    /// <inheritdoc cref="MostRows"/>
    public const int DefaultRows = 100;

    public static readonly QueryParameter Symbol = new(
        "symbol",
        "A watched symbol, such as NVDA; may be left out where only one is watched",
        Text(),
        watchlist => [.. watchlist.Symbols.Select(s => s.Symbol)]
    );

    public static readonly QueryParameter From = new(
        "from",
        "First date, inclusive, such as 2025-03-18",
        Text("date")
    );

    public static readonly QueryParameter To = new("to", "Last date, inclusive", Text("date"));

    public static readonly QueryParameter Kind = new(
        "kind",
        $"Of the announcement: {string.Join(", ", EnumNames<AnnouncementKind>.All)}",
        Text(),
        _ => EnumNames<AnnouncementKind>.All
    );

    public static readonly QueryParameter Verdict = new(
        "verdict",
        $"{string.Join(", ", EnumNames<Verdict>.All)} (hyphens may stand for spaces)",
        Text(),
        _ => EnumNames<Verdict>.All
    );

    public static readonly QueryParameter Benchmark = new(
        "benchmark",
        "One of the symbol's benchmarks, such as SPY",
        Text(),
        watchlist =>
            [.. watchlist.Symbols.SelectMany(s => s.Benchmarks).Select(b => b.Symbol).Distinct()]
    );

    public static readonly QueryParameter Window = new(
        "window",
        $"Sessions around the event day: {string.Join(", ", StudyRules.Windows)}",
        Text(),
        _ => [.. StudyRules.Windows.Select(w => w.ToString())]
    );

    public static readonly QueryParameter Exclusions = new(
        "exclusions",
        $"{StudyPlan.NoExclusions}, or {StudyPlan.AnnouncementsExcluded} (their sessions left out of the estimation window)",
        Text(),
        _ => [StudyPlan.NoExclusions, StudyPlan.AnnouncementsExcluded]
    );

    public static readonly QueryParameter Model = new(
        "model",
        "The model of the expected return, such as market-model (hyphens may stand for spaces)",
        Text(),
        _ => [.. Enum.GetValues<ExpectedReturnModel>().Select(m => m.Name())]
    );

    public static readonly QueryParameter LeastT = new(
        "min-t",
        "Only results whose |t| is at least this",
        new() { ["type"] = "number", ["minimum"] = 0 }
    );

    public static readonly QueryParameter AsOf = new(
        "as-of",
        "As it stood then: a date (its end, New York) or an instant such as 2025-03-18T21:00Z",
        Text()
    );

    public static readonly QueryParameter Limit = new(
        "limit",
        $"Rows a page, 1 to {MostRows}; {DefaultRows} when not given",
        new()
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = MostRows,
            ["default"] = DefaultRows,
        }
    );

    public static readonly QueryParameter After = new(
        "after",
        "The continuation token of the page before; its other parameters must stay as they were",
        Text()
    );

    private static JsonObject Text(string? format = null) =>
        format is null
            ? new() { ["type"] = "string" }
            : new() { ["type"] = "string", ["format"] = format };
}
