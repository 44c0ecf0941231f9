using MarketPulse.Cli.Charts;

namespace MarketPulse.Tests.Cli.Charts;

public sealed class BrailleCanvasTests
{
    [Fact]
    public void Canvas_EveryPointOfACharacter_IsTheFullPattern()
    {
        var canvas = new BrailleCanvas(2, 1);
        for (var x = 0; x < 2; x++)
        {
            for (var y = 0; y < 4; y++)
            {
                canvas.Set(x, y);
            }
        }

        Assert.Equal("⣿ ", canvas.Row(0));
    }

    [Fact]
    public void Line_FromCornerToCorner_RunsDown()
    {
        var canvas = new BrailleCanvas(2, 1);
        canvas.Line(0, 0, 3, 3);

        Assert.Equal("⠑⢄", canvas.Row(0));
    }

    [Fact]
    public void Point_Outside_IsLeftOut()
    {
        var canvas = new BrailleCanvas(1, 1);
        canvas.Line(-5, -5, 9, 40);
        canvas.Set(2, 0);
        canvas.Set(0, 4);

        Assert.Single(canvas.Row(0));
    }
}
