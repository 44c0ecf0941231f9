using BenchmarkDotNet.Running;
using MarketPulse.Benchmarks.Articles;
using MarketPulse.Benchmarks.EventStudies;
using MarketPulse.Benchmarks.Feeds;
using MarketPulse.Benchmarks.Prices;
using MarketPulse.Benchmarks.Queries;

return args switch
{
    ["eventstudy"] => EventStudySpeed.Run(1_000, 200_000),
    ["eventstudy", var events] => EventStudySpeed.Run(
        int.Parse(events, System.Globalization.CultureInfo.InvariantCulture)
    ),
    ["eventstudy-size", .. var rest] => EventStudySize.Run(
        rest.Length > 0
            ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture)
            : 20_000
    ),
    ["feeds"] => FeedSpeed.Run(),
    ["read"] => ReadSpeed.Run(),
    ["queries", .. var rest] => await QuerySpeed.RunAsync(
        rounds: 15,
        rest.Length > 0
            ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture)
            : 100_000
    ),
    ["backfill"] => await BackfillSpeed.RunAsync(rounds: 7),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(EventStudyBenchmarks).Assembly).Run(args);
    return 0;
}
