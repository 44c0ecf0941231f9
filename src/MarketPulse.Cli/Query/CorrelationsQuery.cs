using System.CommandLine;
using MarketPulse.Alerts;
using MarketPulse.Cli.Output;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Query;

internal static class CorrelationsQuery
{
    public static Command Create()
    {
        var command = new QueryOptions()
            .With(
                "kind",
                "keynote, results, guidance, regulation, capital, management, product, partnership, comment, other"
            )
            .With(
                "verdict",
                "significant, not-distinguishable-from-noise, confounded, not-enough-data"
            )
            .With("benchmark", "Such as SPY")
            .With("window", "Sessions around the event day, such as 0..0 or -1..1")
            .With(
                "exclusions",
                "none, or announcements (their sessions left out of the estimation window)"
            )
            .Command(
                "correlations",
                "Each announcement measured against its benchmarks: returns, abnormal return, t, p, verdict.",
                async (host, query, format, cancellation) =>
                {
                    var results = await host.Get<StoredKnowledge>().AskAsync(query, cancellation);
                    var symbol = host.Get<Watchlist>().Find(query.Symbol)!;
                    var isBroad =
                        format == OutputFormat.Table
                        && query is { Benchmark: null, Window: null, Exclusions: null };
                    var shown = isBroad
                        ? [.. results.Where(r => AlertDecider.IsPrimary(r, symbol))]
                        : results;
                    Answer.Write(shown, format, Columns(isBroad));
                    if (isBroad)
                    {
                        Console.Error.WriteLine(
                            $"{shown.Count} announcements on their event day against {symbol.Benchmarks[0].Symbol}, nothing excluded; 'noise' is short for not distinguishable from noise. {results.Count} results in all; the others: --window, --benchmark, --exclusions, or --format json."
                        );
                    }
                }
            );
        Examples.Of(
            command,
            (
                "query correlations --data .marketpulse/replay",
                "every announcement on its event day"
            ),
            (
                "query correlations --kind keynote --benchmark SMH --window 0..0",
                "keynotes against the sector"
            ),
            (
                "query correlations --from 2025-03-18 --to 2025-03-18 --format json",
                "one day, every digit"
            )
        );
        return command;
    }

    /// <summary>In the broad answer benchmark, window and exclusions are the same in every row, so they stand below the table.</summary>
    private static Column<CorrelationResult>[] Columns(bool isBroad) =>
        [
            new("Event day", r => Answer.Date(r.EventDay), ColumnKind.Figure),
            new("Kind", r => Terminal.Name(r.Kind), ColumnKind.Optional),
            new("Announcement", r => r.Title, ColumnKind.Text),
            .. isBroad
                ? Array.Empty<Column<CorrelationResult>>()
                :
                [
                    new("Against", r => r.Benchmark, ColumnKind.Figure),
                    new("Window", r => $"{r.WindowFrom}..{r.WindowTo}", ColumnKind.Figure),
                    new("Excluded", r => r.Exclusions, ColumnKind.Figure),
                ],
            new("Return", r => Answer.Percent(r.Return), ColumnKind.Figure),
            new("Abnormal", r => Answer.Percent(r.CumulativeAbnormalReturn), ColumnKind.Figure),
            new("t", r => Answer.Number(r.T), ColumnKind.Optional),
            new("p", r => Answer.P(r.P), ColumnKind.Figure),
            new("Verdict", r => Short(r.Verdict), ColumnKind.Figure),
        ];

    /// <summary>The verdict as long as a column may be; JSON and CSV have it in full.</summary>
    private static string Short(Verdict verdict) =>
        verdict == Verdict.NotDistinguishableFromNoise ? "noise" : Terminal.Name(verdict);
}
