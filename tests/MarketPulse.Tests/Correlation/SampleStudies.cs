using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Correlation;

/// <summary>Bars, announcements and figures of the tests' own making.</summary>
internal static class SampleStudies
{
    public static readonly DateOnly EventDay = new(2025, 3, 18);

    /// <summary>Bars of a benchmark and of a stock that follows it twice over, with noise that repeats for ever.</summary>
    public static (PriceSeries Stock, PriceSeries Benchmark) Pair(
        DateOnly from,
        DateOnly to,
        Func<DateOnly, double>? surprise = null
    )
    {
        var (stock, benchmark) = (100.0, 100.0);
        var (stocks, benchmarks) = (new List<DailyPrice>(), new List<DailyPrice>());
        var i = 0;
        foreach (var session in TradingCalendar.Sessions(from, to))
        {
            var market = 0.01 * Math.Sin(i * 1.7);
            benchmark *= 1 + market;
            stock *=
                1 + (2 * market) + (0.01 * Math.Cos(i * 2.3)) + (surprise?.Invoke(session) ?? 0);
            benchmarks.Add(Bar(session, benchmark));
            stocks.Add(Bar(session, stock));
            i++;
        }

        return (new("NVDA", stocks), new("SPY", benchmarks));
    }

    public static PriceSeries Without(this PriceSeries series, params DateOnly[] sessions) =>
        new(series.Symbol, series.Bars.Where(b => !sessions.Contains(b.Session)));

    public static DailyPrice Bar(DateOnly session, double close) =>
        new(session, close, close * 1.01, close * 0.99, close, 1000);

    /// <summary>An announcement at noon in New York of a session, read a minute later.</summary>
    public static Announcement Announcement(
        string id,
        DateOnly day,
        AnnouncementKind kind = AnnouncementKind.Product
    )
    {
        var at = TradingCalendar.OpenOf(day).AddHours(2.5);
        return new(
            $"{at:yyyyMMdd'T'HHmmss}-{id}",
            "NVDA",
            kind,
            "its words",
            $"Story {id}",
            "",
            at,
            null,
            at.AddMinutes(1),
            [new("newsroom", $"https://e.org/{id}", id, $"Story {id}", at)]
        );
    }

    public static StudyFigures Figures(double p) =>
        new([]) { Abnormal = new(0.05, 0.02, 2.5, 248, p), EstimationSessions = 250 };

    public static ImmutableArray<Confounder> Confounders(params string[] titles) =>
        [.. titles.Select(t => new Confounder(t, AnnouncementKind.Product, t, EventDay))];
}
