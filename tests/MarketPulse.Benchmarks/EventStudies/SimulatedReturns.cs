using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Benchmarks.EventStudies;

/// <summary>Draws returns with events on which nothing happens.</summary>
/// <param name="Name">What is drawn, in words.</param>
/// <param name="Events">How many events.</param>
internal sealed record SimulatedReturns(string Name, int Events)
{
    private static readonly EventStudyOptions _options = new()
    {
        Market = "MKT",
        Estimation = new(-130, -11),
        Window = new(-1, 1),
        Windows = [new(-1, 1)],
    };

    private const int FirstRow = 130;

    /// <summary>Between the firms' residuals of one session.</summary>
    public double Correlation { get; init; }

    /// <summary>What the event multiplies the residuals' deviation by, on the days −1 to 1.</summary>
    public double EventDeviation { get; init; } = 1;

    /// <summary>Whether residuals have a Student t with 4 degrees of freedom.</summary>
    public bool FatTails { get; init; }

    /// <summary>Sessions from one event to the next of the same stock; 0 for one event a firm, all on one day.</summary>
    public int Spacing { get; init; }

    public EventStudyResult Draw(Random random)
    {
        var sessions = FirstRow + (Spacing * (Events - 1)) + 2;
        var firms = Spacing > 0 ? 1 : Events;
        var market = new double[sessions];
        var common = new double[sessions];
        for (var i = 0; i < sessions; i++)
        {
            market[i] = 0.01 * SyntheticStudy.NextNormal(random);
            common[i] = SyntheticStudy.NextNormal(random);
        }

        var columns = new double[1 + firms][];
        columns[0] = market;
        var events = ImmutableArray.CreateBuilder<StudyEvent>(Events);
        for (var f = 0; f < firms; f++)
        {
            columns[1 + f] = Firm(random, market, common);
        }

        for (var e = 0; e < Events; e++)
        {
            events.Add(
                new StudyEvent(
                    string.Create(CultureInfo.InvariantCulture, $"E{e}"),
                    Firm(Spacing > 0 ? 0 : e),
                    Day(FirstRow + (Spacing * e))
                )
            );
        }

        return EventStudy.Run(
            new ReturnTable(
                [.. Enumerable.Range(0, sessions).Select(Day)],
                ["MKT", .. Enumerable.Range(0, firms).Select(Firm)],
                columns
            ),
            events.MoveToImmutable(),
            _options
        );
    }

    private static DateOnly Day(int row) => new DateOnly(2020, 1, 1).AddDays(row);

    private static string Firm(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"F{index}");

    private double[] Firm(Random random, double[] market, double[] common)
    {
        var (beta, deviation) = (0.5 + random.NextDouble(), 0.01 + (0.02 * random.NextDouble()));
        var (own, shared) = (Math.Sqrt(1 - Correlation), Math.Sqrt(Correlation));
        var returns = new double[market.Length];
        for (var i = 0; i < returns.Length; i++)
        {
            var residual = (own * Residual(random)) + (shared * common[i]);
            var scale = Spacing == 0 && Math.Abs(i - FirstRow) <= 1 ? EventDeviation : 1;
            returns[i] = (beta * market[i]) + (scale * deviation * residual);
        }

        return returns;
    }

    private double Residual(Random random)
    {
        var normal = SyntheticStudy.NextNormal(random);
        if (!FatTails)
        {
            return normal;
        }

        var square = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var other = SyntheticStudy.NextNormal(random);
            square += other * other;
        }

        return normal / Math.Sqrt(square / 4);
    }
}
