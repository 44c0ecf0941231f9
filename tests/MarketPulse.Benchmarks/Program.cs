using BenchmarkDotNet.Running;
using MarketPulse.Benchmarks.EventStudies;

return args switch
{
    ["eventstudy", ..] => EventStudySpeed.Run(),
    ["eventstudy-size", .. var rest] => EventStudySize.Run(
        rest.Length > 0
            ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture)
            : 20_000
    ),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(EventStudyBenchmarks).Assembly).Run(args);
    return 0;
}
