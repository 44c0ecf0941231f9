using System.Diagnostics.Metrics;

namespace MarketPulse.Telemetry;

/// <summary>What metric tools see of each run. Without a listener, recording costs a comparison.</summary>
public static class Measures
{
    /// <summary>The meter's name, by which a tool subscribes.</summary>
    public const string MeterName = "MarketPulse";

    /// <summary>What the stages made or changed, by <c>function</c> and <c>what</c>.</summary>
    public const string Counted = "marketpulse.counted";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Counts = Meter.CreateCounter<long>(Counted);

    private static readonly Counter<long> Problems = Meter.CreateCounter<long>(
        "marketpulse.problems",
        description: "What a run could not do, each named in its log"
    );

    private static readonly Counter<long> Transactions = Meter.CreateCounter<long>(
        "marketpulse.table.transactions",
        description: "Table requests as they are billed"
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "marketpulse.run.duration",
        unit: "s"
    );

    /// <summary>Records a run that came to its end.</summary>
    public static void Record(string function, StageReport report, TimeSpan duration)
    {
        var by = new KeyValuePair<string, object?>("function", function);
        foreach (var (what, count) in report.Counts)
        {
            Counts.Add(count, by, new("what", what));
        }

        Problems.Add(report.Problems.Count, by);
        Transactions.Add(report.Transactions, by);
        Duration.Record(duration.TotalSeconds, by);
    }
}
