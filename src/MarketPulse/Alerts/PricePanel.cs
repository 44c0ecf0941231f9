using MarketPulse.Alerts.Notices;
using ScottPlot;

namespace MarketPulse.Alerts;

/// <summary>The picture's upper part: closes, the expected path, the event day and the closes expected of it.</summary>
internal static class PricePanel
{
    /// <summary>Room above the prices for the legend and the event day's label, CSS pixels.</summary>
    public const float Top = 60;

    public static Plot Draw(AlertContent content, ChartSeries series)
    {
        var last = series.Sessions.Length - 1;
        var plot = Begin(content.Stock.Symbol, content.Primary.EventDay, series);
        if (series.Expected.Length > 1)
        {
            var name = $"expected from {content.Benchmark.Symbol}";
            var path = Line(plot, series.Expected, ChartPanel.Expected, name);
            path.LineWidth = 1.6f;
            path.LinePattern = LinePattern.DenselyDashed;
        }

        if (series.Range is { } range)
        {
            var bar = plot.Add.Line(last, range.Low, last, range.High);
            bar.LineWidth = 7;
            bar.LineColor = ChartPanel.Expected.WithAlpha(90);
            bar.LegendText = "95 % range that day";
        }

        return End(
            plot,
            series,
            series.Range is { } spread ? [spread.Low, spread.High] : Array.Empty<double>()
        );
    }

    public static Plot Draw(NoticeChart chart, ChartSeries series)
    {
        var plot = Begin(chart.Symbol, chart.Day, series);
        if (chart.Bound is { } bound)
        {
            var line = plot.Add.HorizontalLine(bound, 1.6f, ChartPanel.Expected);
            line.LinePattern = LinePattern.DenselyDashed;
            line.LegendText = $"bound, {Figures.Price(bound)}";
        }

        return End(plot, series, chart.Bound is { } level ? [level] : []);
    }

    private static Plot Begin(string symbol, DateOnly day, ChartSeries series)
    {
        var plot = ChartPanel.Make(6, Top);
        if (series.Sessions[^1] == day)
        {
            plot.Add.VerticalLine(
                series.Sessions.Length - 1,
                1,
                ChartPanel.Faint,
                LinePattern.Dotted
            );
        }

        var close = Line(plot, series.Closes, ChartPanel.Close, $"{symbol} close");
        close.LineWidth = 2.2f;
        return plot;
    }

    private static Plot End(Plot plot, ChartSeries series, double[] others)
    {
        var last = series.Sessions.Length - 1;
        plot.Add.Marker(last, series.Closes[^1], MarkerShape.FilledCircle, 8, ChartPanel.Close);
        Limit(plot, series, others);
        Legend(plot);
        return plot;
    }

    private static ScottPlot.Plottables.Scatter Line(
        Plot plot,
        IReadOnlyCollection<double> values,
        Color color,
        string name
    )
    {
        var line = plot.Add.ScatterLine(
            Enumerable.Range(0, values.Count).Select(i => (double)i).ToArray(),
            values.ToArray()
        );
        line.LineColor = color;
        line.LegendText = name;
        return line;
    }

    private static void Limit(Plot plot, ChartSeries series, double[] others)
    {
        double[] values = [.. series.Closes, .. series.Expected, .. others];
        var (low, high) = (values.Min(), values.Max());
        var margin = Math.Max((high - low) * 0.06, high * 0.005);
        ChartPanel.Limit(plot, series.Sessions.Length - 1, low - margin, high + margin);
    }

    // Shown above the panel, not in it: the picture draws it there.
    private static void Legend(Plot plot)
    {
        var legend = plot.Legend;
        legend.IsVisible = false;
        legend.Orientation = Orientation.Horizontal;
        legend.TightHorizontalWrapping = true;
        legend.Margin = new PixelPadding(4);
        legend.Padding = new PixelPadding(8, 4, 4, 4);
        legend.FontName = ChartFont.Name;
        legend.FontSize = 17;
        legend.FontColor = ChartPanel.Ink;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = ChartPanel.Paper;
    }
}
