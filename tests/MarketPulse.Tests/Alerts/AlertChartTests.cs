using MarketPulse.Alerts;
using MarketPulse.Prices;
using SkiaSharp;

namespace MarketPulse.Tests.Alerts;

public class AlertChartTests
{
    [Fact]
    public void Draw_FullContent_GivesAPictureWithLinesAndText()
    {
        using var picture = SKBitmap.Decode(AlertChart.Draw(AlertContents.Keynote()));

        Assert.Equal(2 * AlertChart.Width, picture.Width);
        Assert.Equal(2 * AlertChart.Height, picture.Height);
        Assert.Equal(SKColors.White, picture.GetPixel(1, picture.Height - 1));
        Assert.InRange(Share(picture, new SKRectI(0, 100, picture.Width, 500)), 0.01, 0.3);
    }

    [Theory]
    [InlineData(0, 0, 460, 44)] // the legend
    [InlineData(1000, 100, 1118, 500)] // the prices' labels
    [InlineData(0, 692, 1118, 738)] // the dates
    public void Draw_Text_IsDrawnInTheLibrarysOwnTypeface(int left, int top, int right, int bottom)
    {
        using var picture = SKBitmap.Decode(AlertChart.Draw(AlertContents.Keynote()));

        // Boxes of missing glyphs would be outlines: a few straight strokes, without the greys of curves.
        var shades = new HashSet<SKColor>();
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                shades.Add(picture.GetPixel(x, y));
            }
        }

        Assert.InRange(shades.Count, 40, 100_000);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytes() =>
        Assert.Equal(
            AlertChart.Draw(AlertContents.Significant()),
            AlertChart.Draw(AlertContents.Significant())
        );

    [Fact]
    public async Task Draw_OnManyThreads_GivesTheSameBytes()
    {
        var content = AlertContents.Confounded();
        var expected = AlertChart.Draw(content);
        var pictures = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => AlertChart.Draw(content)))
        );

        Assert.All(pictures, picture => Assert.Equal(expected, picture));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Draw_TooFewBars_GivesNothing(int bars)
    {
        var content = AlertContents.Keynote();
        content = content with
        {
            Stock = new PriceSeries("NVDA", content.Stock.Bars.TakeLast(bars)),
        };

        Assert.Null(AlertChart.Draw(content));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void Draw_FewOrFlatBars_GivesAPicture(int bars)
    {
        var content = AlertContents.NotEnoughData();
        var flat = content
            .Stock.Bars.TakeLast(bars)
            .Select(b => new DailyPrice(b.Session, 0.5, 0.5, 0.5, 0.5, 0));
        content = content with { Stock = new PriceSeries("NVDA", flat) };

        using var picture = SKBitmap.Decode(AlertChart.Draw(content));
        Assert.Equal(2 * AlertChart.Width, picture.Width);
    }

    private static double Share(SKBitmap picture, SKRectI area)
    {
        var drawn = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                drawn += picture.GetPixel(x, y) == SKColors.White ? 0 : 1;
            }
        }

        return drawn / (double)(area.Width * area.Height);
    }
}
