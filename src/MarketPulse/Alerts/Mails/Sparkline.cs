using SkiaSharp;

namespace MarketPulse.Alerts.Mails;

/// <summary>A row's picture in a digest: the last closes as a bare line, the last one marked.</summary>
public static class Sparkline
{
    /// <summary>Width at which it is meant to be shown, CSS pixels.</summary>
    public const int Width = 120;

    /// <summary>Height at which it is meant to be shown, CSS pixels.</summary>
    public const int Height = 32;

    private const int Density = 2;
    private const float Margin = 4;

    /// <returns>A PNG of twice <see cref="Width"/> × <see cref="Height"/> pixels; null for fewer than two closes.</returns>
    public static byte[]? Draw(IReadOnlyList<double> closes)
    {
        if (closes.Count < 2)
        {
            return null;
        }

        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, Height * Density));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(Density);
        var (low, high) = (closes.Min(), closes.Max());
        var span = high > low ? high - low : 1;
        SKPoint At(int i) =>
            new(
                Margin + ((Width - (2 * Margin)) * i / (closes.Count - 1)),
                Height - Margin - (float)((Height - (2 * Margin)) * (closes[i] - low) / span)
            );
        using var path = new SKPath();
        path.AddPoly([.. Enumerable.Range(0, closes.Count).Select(At)], close: false);
        using var paint = new SKPaint
        {
            Color = SKColor.Parse("#1d4ed8"),
            IsAntialias = true,
            StrokeWidth = 1.6f,
            Style = SKPaintStyle.Stroke,
        };
        canvas.DrawPath(path, paint);
        paint.Style = SKPaintStyle.Fill;
        canvas.DrawCircle(At(closes.Count - 1), 2.6f, paint);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
