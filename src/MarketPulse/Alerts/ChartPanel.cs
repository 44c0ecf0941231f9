using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace MarketPulse.Alerts;

/// <summary>What the picture's panels have in common: colours, typeface, margins, one session a unit along x.</summary>
internal static class ChartPanel
{
    public const float Left = 12;
    public const float Right = 74;

    public static readonly Color Paper = Color.FromHex("#ffffff");
    public static readonly Color Ink = Color.FromHex("#1f2933");
    public static readonly Color Faint = Color.FromHex("#616e7c");
    public static readonly Color Rule = Color.FromHex("#e4e7eb");
    public static readonly Color Close = Color.FromHex("#1d4ed8");
    public static readonly Color Expected = Color.FromHex("#b45309");
    public static readonly Color Quiet = Color.FromHex("#b8c4d6");

    private const double Before = 0.8;
    private const double After = 1;

    /// <summary>An empty panel, read on its right side.</summary>
    /// <param name="bottom">Margin in CSS pixels, as is <paramref name="top"/>.</param>
    public static Plot Make(float bottom, float top)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Paper;
        plot.DataBackground.Color = Paper;
        plot.Layout.Fixed(new PixelPadding(Left, Right, bottom, top));
        plot.Axes.Frame(false);
        plot.Axes.Left.TickGenerator = new NumericManual();
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        plot.Axes.Right.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = value => value.ToString("#,0.##", CultureInfo.InvariantCulture),
            TargetTickCount = 5,
        };
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartFont.Name;
            axis.TickLabelStyle.FontSize = 17;
            axis.TickLabelStyle.ForeColor = Faint;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Grid.YAxis = plot.Axes.Right;
        plot.Grid.MajorLineColor = Rule;
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    /// <summary>Shows the sessions 0 to <paramref name="last"/>, and the values from low to high.</summary>
    public static void Limit(Plot plot, int last, double low, double high)
    {
        // What is drawn hangs on the left axis, the values are read on the right one: both get the same limits.
        plot.Axes.SetLimits(-Before, last + After, low, high);
        plot.Axes.SetLimitsY(low, high, plot.Axes.Right);
    }

    /// <summary>Where the last session lies in a picture of that width, CSS pixels.</summary>
    public static float LastX(int last, float width) =>
        Left + (float)((last + Before) / (last + Before + After) * (width - Left - Right));
}
