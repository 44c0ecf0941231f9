using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace MarketPulse.Alerts;

/// <summary>
/// An alert's picture: two months of closes, the path that the benchmark alone explains, the event day with the closes
/// that it was expected to end in, and the volume below.
/// </summary>
/// <remarks>Needs no installed font and draws the same bytes on each run.</remarks>
public static class AlertChart
{
    /// <summary>Width at which the picture is meant to be shown, CSS pixels.</summary>
    public const int Width = 560;

    /// <summary>Height at which the picture is meant to be shown, CSS pixels.</summary>
    public const int Height = 370;

    // Drawn larger than it is shown, for dense displays and for mails wider than this.
    private const int Density = 2;
    private const int VolumeHeight = 112;
    private const float Left = 12;
    private const float Right = 62;
    private const float Top = 52;

    private static readonly Color Paper = Color.FromHex("#ffffff");
    private static readonly Color Ink = Color.FromHex("#1f2933");
    private static readonly Color Faint = Color.FromHex("#616e7c");
    private static readonly Color Rule = Color.FromHex("#e4e7eb");
    private static readonly Color Close = Color.FromHex("#1d4ed8");
    private static readonly Color Expected = Color.FromHex("#b45309");
    private static readonly Color Quiet = Color.FromHex("#b8c4d6");

    /// <summary>Draws the picture.</summary>
    /// <returns>A PNG of twice <see cref="Width"/> × <see cref="Height"/> pixels; null where there is too little to draw.</returns>
    public static byte[]? Draw(AlertContent content)
    {
        if (ChartSeries.Of(content) is not { } series)
        {
            return null;
        }

        ChartFont.Register();
        using var prices = Prices(content, series);
        using var volumes = Volumes(series);
        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, Height * Density));
        Draw(surface.Canvas, prices, 0, Height - VolumeHeight);
        Draw(surface.Canvas, volumes, Height - VolumeHeight, VolumeHeight);
        Letter(surface.Canvas, content, series, prices.Legend);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    // A plot clears the whole canvas that it is given, so each panel gets its own.
    private static void Draw(SKCanvas canvas, Plot plot, int top, int height)
    {
        using var panel = SKSurface.Create(new SKImageInfo(Width * Density, height * Density));
        panel.Canvas.Scale(Density);
        plot.Render(panel.Canvas, new PixelRect(0, Width, height, 0));
        canvas.DrawSurface(panel, 0, top * Density);
    }

    private static void Letter(
        SKCanvas canvas,
        AlertContent content,
        ChartSeries series,
        Legend legend
    )
    {
        canvas.Scale(Density);
        legend.IsVisible = true;
        using var paint = Paint.NewDisposablePaint();
        legend.Render(canvas, paint, new PixelRect(0, Width, Height, 0), Alignment.UpperLeft);
        var label = new LabelStyle
        {
            FontName = ChartFont.Name,
            FontSize = 13,
            ForeColor = Faint,
            Text = "Volume, shares",
        };
        label.Render(canvas, new Pixel(Left, Height - VolumeHeight + 2), paint);
        if (series.Sessions[^1] == content.Primary.EventDay)
        {
            var last = series.Sessions.Length - 1;
            label.Text = "event day";
            label.Alignment = Alignment.LowerRight;
            var x = Left + ((last + 0.8f) / (last + 1.8f) * (Width - Left - Right));
            label.Render(canvas, new Pixel(x, Top - 2), paint);
        }
    }

    private static Plot Prices(AlertContent content, ChartSeries series)
    {
        var plot = Panel(new PixelPadding(Left, Right, 6, Top));
        var last = series.Sessions.Length - 1;
        var eventDay = series.Sessions[^1] == content.Primary.EventDay;
        if (eventDay)
        {
            plot.Add.VerticalLine(last, 1, Faint, LinePattern.Dotted);
        }

        var close = plot.Add.ScatterLine(
            Enumerable.Range(0, series.Closes.Length).Select(i => (double)i).ToArray(),
            series.Closes.ToArray()
        );
        close.LineWidth = 2.2f;
        close.LineColor = Close;
        close.LegendText = $"{content.Stock.Symbol} close";

        if (series.Expected.Length > 1)
        {
            var expected = plot.Add.ScatterLine(
                Enumerable.Range(0, series.Expected.Length).Select(i => (double)i).ToArray(),
                series.Expected.ToArray()
            );
            expected.LineWidth = 1.6f;
            expected.LineColor = Expected;
            expected.LinePattern = LinePattern.DenselyDashed;
            expected.LegendText = $"expected from {content.Benchmark.Symbol}";
        }

        if (series.Range is var (low, high) && series.Range is not null)
        {
            var range = plot.Add.Line(last, low, last, high);
            range.LineWidth = 7;
            range.LineColor = Expected.WithAlpha(90);
            range.LegendText = "95 % range that day";
        }

        plot.Add.Marker(last, series.Closes[^1], MarkerShape.FilledCircle, 8, Close);

        var values = series
            .Closes.Concat(series.Expected)
            .Concat(series.Range is { } r ? [r.Low, r.High] : [])
            .ToArray();
        var margin = Math.Max((values.Max() - values.Min()) * 0.06, values.Max() * 0.005);
        Limit(plot, last, values.Min() - margin, values.Max() + margin);
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        Legend(plot);
        return plot;
    }

    private static Plot Volumes(ChartSeries series)
    {
        var plot = Panel(new PixelPadding(Left, Right, 24, 24));
        var last = series.Volumes.Length - 1;
        var unit = Unit(series.Volumes.Max());
        var bars = series.Volumes.Select(
            (volume, i) =>
                new Bar
                {
                    Position = i,
                    Value = volume / unit.Size,
                    Size = 0.7,
                    FillColor = i == last ? Close : Quiet,
                    LineWidth = 0,
                }
        );
        plot.Add.Bars(bars.ToArray());
        var top = Math.Max(series.Volumes.Max() / unit.Size, 1e-9);
        Limit(plot, last, 0, top * 1.15);
        var step = Nice(top / 1.5);
        plot.Axes.Right.TickGenerator = new NumericManual(
            [step],
            [step.ToString("0.##", CultureInfo.InvariantCulture) + unit.Name]
        );
        plot.Axes.Bottom.TickGenerator = Dates(series);
        return plot;
    }

    private static Plot Panel(PixelPadding padding)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Paper;
        plot.DataBackground.Color = Paper;
        plot.Layout.Fixed(padding);
        plot.Axes.Frame(false);
        plot.Axes.Left.TickGenerator = new NumericManual();
        plot.Axes.Right.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = value => value.ToString("#,0.##", CultureInfo.InvariantCulture),
            TargetTickCount = 5,
        };
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartFont.Name;
            axis.TickLabelStyle.FontSize = 14;
            axis.TickLabelStyle.ForeColor = Faint;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Grid.YAxis = plot.Axes.Right;
        plot.Grid.MajorLineColor = Rule;
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    // What is drawn hangs on the left axis, the prices are read on the right one: both get the same limits.
    private static void Limit(Plot plot, int last, double low, double high)
    {
        plot.Axes.SetLimits(-0.8, last + 1, low, high);
        plot.Axes.SetLimitsY(low, high, plot.Axes.Right);
    }

    private static void Legend(Plot plot)
    {
        // Shown above the panel, not in it: Letter draws it.
        var legend = plot.Legend;
        legend.IsVisible = false;
        legend.Orientation = Orientation.Horizontal;
        legend.TightHorizontalWrapping = true;
        legend.Margin = new PixelPadding(4);
        legend.Padding = new PixelPadding(8, 4, 4, 4);
        legend.FontName = ChartFont.Name;
        legend.FontSize = 14;
        legend.FontColor = Ink;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = Paper.WithAlpha(200);
    }

    private static NumericManual Dates(ChartSeries series)
    {
        var ticks = new NumericManual();
        for (var i = series.Sessions.Length - 1; i >= 0; i -= 8)
        {
            ticks.AddMajor(
                i,
                series.Sessions[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        return ticks;
    }

    private static (double Size, string Name) Unit(double largest) =>
        largest >= 1e9 ? (1e9, " bn")
        : largest >= 1e6 ? (1e6, " M")
        : largest >= 1e3 ? (1e3, " k")
        : (1, "");

    private static double Nice(double value)
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
