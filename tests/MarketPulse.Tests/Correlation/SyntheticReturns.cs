using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation;

/// <summary>Seeded returns of firms on a market, for properties that hold of any returns.</summary>
internal sealed class SyntheticReturns
{
    public SyntheticReturns(int seed, int firms, int sessions, double missing = 0)
    {
        Random = new Random(seed);
        Market = Normal(sessions, 0.01);
        Factor = Normal(sessions, 0.005);
        Firms = new double[firms][];
        for (var f = 0; f < firms; f++)
        {
            var (alpha, beta) = (0.001 * Random.NextDouble(), 2 * Random.NextDouble());
            Firms[f] = Normal(sessions, 0.02);
            for (var i = 0; i < sessions; i++)
            {
                Firms[f][i] =
                    Random.NextDouble() < missing
                        ? double.NaN
                        : Firms[f][i] + alpha + (beta * Market[i]);
            }
        }
    }

    public Random Random { get; }

    public double[] Market { get; }

    public double[] Factor { get; }

    public double[][] Firms { get; }

    public static DateOnly Session(int row) => new DateOnly(2015, 1, 1).AddDays(row);

    public ReturnTable Table() =>
        new(
            [.. Enumerable.Range(0, Market.Length).Select(Session)],
            ["MKT", "FAC", .. Firms.Select((_, f) => Name(f))],
            [Market, Factor, .. Firms]
        );

    public static StudyEvent Event(int firm, int row) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"E{firm}-{row}"),
            Name(firm),
            Session(row)
        );

    /// <summary>One event a firm, on days near each other, in no order.</summary>
    public ImmutableArray<StudyEvent> Events(int firstRow) =>
        [.. Firms.Select((_, f) => Event(f, firstRow + Random.Next(15)))];

    private static string Name(int firm) => string.Create(CultureInfo.InvariantCulture, $"F{firm}");

    private double[] Normal(int count, double deviation)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] =
                deviation
                * Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble()))
                * Math.Cos(2 * Math.PI * Random.NextDouble());
        }

        return values;
    }
}
