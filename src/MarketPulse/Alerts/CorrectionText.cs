using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>What a correction says: the verdict then and now, the figures then and now, and which bars were revised. Pure.</summary>
public static class CorrectionText
{
    private const int MostBars = 5;

    /// <param name="result">The result as it is now; its <see cref="CorrelationResult.Former"/> is what was mailed.</param>
    /// <param name="told">The verdict that the mail gave.</param>
    /// <param name="revised">The revised bars behind it, each with its symbol.</param>
    public static string Write(
        CorrelationResult result,
        Verdict told,
        IReadOnlyCollection<(string Symbol, StoredBar Bar)> revised
    )
    {
        var former = result.Former!;
        string Line(string what, string then, string now) =>
            $"{what}: {then} → {now}{(then == now ? " (as before)" : "")}";
        return string.Join(
            '\n',
            [
                $"{result.Symbol}, {Figures.Date(result.EventDay)}, against {result.Benchmark}: the mail of that day said \"{AlertWords.Label(told)}\". On prices that have been revised since, it is \"{AlertWords.Label(result.Verdict)}\".",
                "",
                Line("Verdict", AlertWords.Label(told), AlertWords.Label(result.Verdict)),
                Line("Close", Figures.Price(former.Close), Figures.Price(result.Close)),
                Line("Return", Figures.Percent(former.Return), Figures.Percent(result.Return)),
                Line(
                    "What is left",
                    Figures.Percent(former.CumulativeAbnormalReturn),
                    Figures.Percent(result.CumulativeAbnormalReturn)
                ),
                Line("t", Figures.Number(former.T), Figures.Number(result.T)),
                Line("p", Figures.PValue(former.P), Figures.PValue(result.P)),
                Line(
                    "Computed",
                    Figures.Instant(former.ComputedAt),
                    Figures.Instant(result.ComputedAt)
                ),
                "",
                "Revised bars:",
                .. revised.Take(MostBars).Select(r => $"- {r.Symbol} {Describe(r.Bar)}"),
                .. revised.Count > MostBars
                    ? (string[])[$"- and {revised.Count - MostBars} more"]
                    : [],
                "",
                "This is the one correction of that mail. What comes later is stored, and answered by `marketpulse query correlations` and `query prices`.",
                "",
            ]
        );
    }

    private static string Describe(StoredBar bar)
    {
        var source = MailText.Line(PriceSourceNames.Of(bar.Source), 60);
        var since = $"{source}, {Figures.Instant(bar.ReturnKnownSince)}";
        var former = bar.Revisions.LastOrDefault(r => r.RetrievedAt < bar.ReturnKnownSince);
        return former is null
            ? $"{Figures.Date(bar.Session)}: came late, close {Figures.Price(bar.Bar.Close)} ({since})"
            : $"{Figures.Date(bar.Session)}: close {Figures.Price(former.Bar.Close)} → {Figures.Price(bar.Bar.Close)}{Actions(former.Bar, bar.Bar)} ({since})";
    }

    private static string Actions(DailyPrice former, DailyPrice now) =>
        (
            former.Dividend == now.Dividend
                ? ""
                : $", dividend {Figures.Price(former.Dividend)} → {Figures.Price(now.Dividend)}"
        )
        + (
            former.SplitRatio == now.SplitRatio
                ? ""
                : $", split {Figures.Number(former.SplitRatio)} → {Figures.Number(now.SplitRatio)}"
        );
}
