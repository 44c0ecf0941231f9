using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Benchmarks.EventStudies;

/// <summary>Firms that follow one market, with announcements spread evenly over twelve and a half years: no window overlaps another of its firm.</summary>
internal sealed class SyntheticStudy
{
    public const int Sessions = 3150;
    private const int FirstEvent = 265;
    private const int LastEvent = Sessions - 15;

    public SyntheticStudy(int firms, int eventsPerFirm, int seed = 20250318)
    {
        var random = new Random(seed);
        Market = Normal(random, 0.0004, 0.01);
        Returns = [.. Enumerable.Range(0, firms).Select(_ => Stock(random))];
        var spacing = (LastEvent - FirstEvent) / eventsPerFirm;
        Rows = new int[firms][];
        for (var f = 0; f < firms; f++)
        {
            var first = FirstEvent + random.Next(Math.Max(1, spacing - 21));
            Rows[f] = [.. Enumerable.Range(0, eventsPerFirm).Select(e => first + (e * spacing))];
        }
    }

    public double[] Market { get; }

    public double[][] Returns { get; }

    /// <summary>Each firm's event days.</summary>
    public int[][] Rows { get; }

    public int Events => Rows.Sum(rows => rows.Length);

    public ReturnTable Table() =>
        new(
            [.. Enumerable.Range(0, Sessions).Select(i => new DateOnly(2010, 1, 1).AddDays(i))],
            ["MKT", .. Returns.Select((_, f) => Name(f))],
            [Market, .. Returns]
        );

    public ImmutableArray<StudyEvent> StudyEvents() =>
        [
            .. Rows.SelectMany(
                (rows, f) =>
                    rows.Select(row => new StudyEvent(
                        string.Create(CultureInfo.InvariantCulture, $"{f}-{row}"),
                        Name(f),
                        new DateOnly(2010, 1, 1).AddDays(row)
                    ))
            ),
        ];

    public static double[] Normal(Random random, double mean, double deviation)
    {
        var values = new double[Sessions];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = mean + (deviation * NextNormal(random));
        }

        return values;
    }

    /// <summary>Box and Muller 1958.</summary>
    public static double NextNormal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Name(int firm) => string.Create(CultureInfo.InvariantCulture, $"F{firm}");

    private double[] Stock(Random random)
    {
        var (beta, deviation) = (
            0.5 + (1.5 * random.NextDouble()),
            0.01 + (0.02 * random.NextDouble())
        );
        var values = Normal(random, 0, deviation);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += beta * Market[i];
        }

        return values;
    }
}
