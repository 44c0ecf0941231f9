using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Benchmarks.EventStudies;

/// <summary>How often tests at a nominal 5 % reject when nothing happened: where their assumptions hold, and where they don't.</summary>
internal static class EventStudySize
{
    private const double Level = 0.05;

    private static readonly string[] _tests =
    [
        "t",
        "Patell",
        "BMP",
        "KP",
        "Corrado",
        "sign (Cowan)",
        "GRANK-T",
        "Wilcoxon",
        "sign",
        "one event t",
        "one event SQ",
        "union dummy",
    ];

    public static int Run(int trials)
    {
        SimulatedReturns[] scenarios =
        [
            new("30 independent events", 30),
            new("100 independent events", 100),
            new("5 independent events", 5),
            new("30 events on one day, residuals correlated 0.15", 30) { Correlation = 0.15 },
            new("100 events on one day, residuals correlated 0.15", 100) { Correlation = 0.15 },
            new("30 events, the event doubles the deviation", 30) { EventDeviation = 2 },
            new("30 events, fat tails (Student t, 4 degrees)", 30) { FatTails = true },
            new("12 events of one stock, windows apart", 12) { Spacing = 9 },
            new("12 events of one stock, each window overlaps the next", 12) { Spacing = 2 },
        ];
        Console.WriteLine($"| {trials:N0} trials, seed fixed | {string.Join(" | ", _tests)} |");
        Console.WriteLine("|---|" + string.Concat(_tests.Select(_ => "--:|")));
        foreach (var scenario in scenarios)
        {
            var rejected = new int[_tests.Length];
            var possible = new int[_tests.Length];
            var random = new Random(20250318);
            for (var trial = 0; trial < trials; trial++)
            {
                Count(PValues(scenario.Draw(random)), rejected, possible);
            }

            var cells = rejected.Select(
                (count, i) =>
                    possible[i] == 0
                        ? "–"
                        : (100.0 * count / possible[i]).ToString(
                            "0.0",
                            CultureInfo.InvariantCulture
                        )
            );
            Console.WriteLine($"| {scenario.Name} | {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static void Count(double[] p, int[] rejected, int[] possible)
    {
        for (var i = 0; i < p.Length; i++)
        {
            possible[i] += double.IsNaN(p[i]) ? 0 : 1;
            rejected[i] += p[i] <= Level ? 1 : 0;
        }
    }

    private static double[] PValues(EventStudyResult result)
    {
        // The window −1..1 across events; for single events also its CAR, and day 0 for the sample quantile.
        CrossSectionResult s = result.CrossSections[0];
        var union = OverlappingWindows.Regress(result);
        return
        [
            s.Average.T.P,
            s.Patell.P,
            s.BoehmerMusumeciPoulsen.P,
            s.KolariPynnonen.P,
            s.CorradoRank.P,
            s.GeneralizedSign.P,
            s.GeneralizedRank.P,
            s.Wilcoxon.P,
            s.Sign.P,
            result.Figures.Window(0, 0).P,
            result.Figures.SampleQuantile(0, 1),
            union.IsEmpty ? double.NaN : union[0].Estimate.Test.P,
        ];
    }
}
