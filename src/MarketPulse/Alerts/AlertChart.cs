using MarketPulse.Alerts.Notices;
using ScottPlot;
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
    public const int Height = 390;

    // Drawn larger than it is shown, for dense displays and for mails wider than this.
    private const int Density = 2;

    /// <summary>Draws the picture.</summary>
    /// <returns>A PNG of twice <see cref="Width"/> × <see cref="Height"/> pixels; null where there is too little to draw.</returns>
    public static byte[]? Draw(AlertContent content)
    {
        return ChartSeries.Of(content) is not { } series
            ? null
            : Draw(
                series,
                () => PricePanel.Draw(content, series),
                series.Sessions[^1] == content.Primary.EventDay ? "event day" : null
            );
    }

    /// <summary>Draws the picture of a notice: closes and volumes, the bound where there is one, and the day.</summary>
    internal static byte[] Draw(NoticeChart chart, ChartSeries series) =>
        Draw(
            series,
            () => PricePanel.Draw(chart, series),
            series.Sessions[^1] == chart.Day ? Figures.Date(chart.Day) : null
        );

    private static byte[] Draw(ChartSeries series, Func<Plot> panel, string? label)
    {
        ChartFont.Register();
        using var prices = panel();
        using var volumes = VolumePanel.Draw(series);
        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, Height * Density));
        Place(surface.Canvas, prices, 0, Height - VolumePanel.Height);
        Place(surface.Canvas, volumes, Height - VolumePanel.Height, VolumePanel.Height);
        Letter(surface.Canvas, label, series, prices.Legend);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    // A plot clears the whole canvas that it is given, so each panel gets its own.
    private static void Place(SKCanvas canvas, Plot plot, int top, int height)
    {
        using var panel = SKSurface.Create(new SKImageInfo(Width * Density, height * Density));
        panel.Canvas.Scale(Density);
        plot.Render(panel.Canvas, new PixelRect(0, Width, height, 0));
        canvas.DrawSurface(panel, 0, top * Density);
    }

    private static void Letter(SKCanvas canvas, string? name, ChartSeries series, Legend legend)
    {
        canvas.Scale(Density);
        using var paint = Paint.NewDisposablePaint();
        legend.IsVisible = true;
        legend.Render(canvas, paint, new PixelRect(0, Width, Height, 0), Alignment.UpperLeft);
        var label = new LabelStyle
        {
            FontName = ChartFont.Name,
            FontSize = 16,
            ForeColor = ChartPanel.Faint,
            Text = "Volume, shares",
        };
        label.Render(canvas, new Pixel(ChartPanel.Left, Height - VolumePanel.Height + 2), paint);
        if (name is not null)
        {
            label.Text = name;
            label.Alignment = Alignment.LowerRight;
            var x = ChartPanel.LastX(series.Sessions.Length - 1, Width);
            label.Render(canvas, new Pixel(x, PricePanel.Top - 2), paint);
        }
    }
}
