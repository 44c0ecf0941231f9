using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace MarketPulse.Alerts;

/// <summary>The picture's lower part: shares traded, and the sessions' dates.</summary>
internal static class VolumePanel
{
    /// <summary>CSS pixels.</summary>
    public const int Height = 122;

    private const int SessionsADate = 10;
    private const int MostDates = 4;

    public static Plot Draw(ChartSeries series)
    {
        var plot = ChartPanel.Make(28, 28);
        var last = series.Volumes.Length - 1;
        var (size, unit) = Unit(series.Volumes.Max());
        var bars = series.Volumes.Select(
            (volume, i) =>
                new Bar
                {
                    Position = i,
                    Value = volume / size,
                    Size = 0.7,
                    FillColor = i == last ? ChartPanel.Close : ChartPanel.Quiet,
                    LineWidth = 0,
                }
        );
        plot.Add.Bars(bars.ToArray());
        var top = Math.Max(series.Volumes.Max() / size, 1);
        ChartPanel.Limit(plot, last, 0, top * 1.15);
        var step = Round(top / 1.5);
        plot.Axes.Right.TickGenerator = new NumericManual(
            [step],
            [step.ToString("0.##", CultureInfo.InvariantCulture) + unit]
        );
        plot.Axes.Bottom.TickGenerator = Dates(series);
        return plot;
    }

    // Backwards from the last session, whose date matters most.
    private static NumericManual Dates(ChartSeries series)
    {
        var ticks = new NumericManual();
        var last = series.Sessions.Length - 1;
        var step = Math.Max(SessionsADate, series.Sessions.Length / MostDates);
        // Half a date would hang over the left edge.
        for (var i = last; i >= last / 9.0; i -= step)
        {
            ticks.AddMajor(i, Figures.Date(series.Sessions[i]));
        }

        return ticks;
    }

    private static (double Size, string Name) Unit(double largest) =>
        largest >= 1e9 ? (1e9, " bn")
        : largest >= 1e6 ? (1e6, " M")
        : largest >= 1e3 ? (1e3, " k")
        : (1, "");

    /// <summary>The next 1, 2 or 5 times a power of ten below.</summary>
    private static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }
}
