using System.CommandLine;
using MarketPulse.Cli.Output;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Query;

internal static class CorrelationsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<CorrelationsQuestion, CorrelationResult>(
            CorrelationsQuestion.Asked
        ).Create(
            given => Columns(IsBroad(given)),
            (given, watchlist) => IsBroad(given) ? OnTheEventDay(given, watchlist) : given,
            (given, watchlist, shown) =>
                IsBroad(given)
                    ? $"{shown.Count} announcements on their event day against {First(given, watchlist)}, nothing excluded; 'noise' is short for not distinguishable from noise. The other results: --window, --benchmark, --exclusions, or --format json."
                    : null
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

    /// <summary>Whether every benchmark, window and exclusion is asked for: six rows an announcement and more, too many to read.</summary>
    private static bool IsBroad(Filters given) =>
        !given.Has(QueryParameters.Benchmark)
        && !given.Has(QueryParameters.Window)
        && !given.Has(QueryParameters.Exclusions);

    private static Filters OnTheEventDay(Filters given, Watchlist watchlist) =>
        given
            .With(QueryParameters.Benchmark, First(given, watchlist))
            .With(QueryParameters.Window, StudyRules.Windows[0].ToString())
            .With(QueryParameters.Exclusions, StudyPlan.NoExclusions);

    private static string First(Filters given, Watchlist watchlist) =>
        (
            watchlist.Find(given[QueryParameters.Symbol]?.ToUpperInvariant() ?? "")
            ?? watchlist.Symbols[0]
        )
            .Benchmarks[0]
            .Symbol;

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
