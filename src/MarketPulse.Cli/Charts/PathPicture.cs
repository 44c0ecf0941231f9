using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using ScottPlot;

namespace MarketPulse.Cli.Charts;

/// <summary>A cumulative abnormal return as a picture: the path, the band that noise stays in, the event day.</summary>
internal static class PathPicture
{
    public const int Width = 900;
    public const int Height = 520;

    private const int LongestTitle = 80;

    private static readonly Color Path = Color.FromHex("#1d4ed8");
    private static readonly Color Band = Color.FromHex("#b45309");

    public static Plot Draw(IReadOnlyList<PathDay> path, AnnouncementAnswer story)
    {
        ChartFont.Register();
        var plot = new Plot();
        var band = path.Where(d => d.Upper is not null).ToList();
        var fill = plot.Add.FillY(
            [.. band.Select(d => (double)d.Day)],
            [.. band.Select(d => d.Lower!.Value * 100)],
            [.. band.Select(d => d.Upper!.Value * 100)]
        );
        fill.FillColor = Band.WithAlpha(45);
        fill.LineWidth = 0;
        fill.LegendText = "noise, 95 %";
        var known = path.Where(d => d.Cumulative is not null).ToList();
        var line = plot.Add.Scatter(
            known.Select(d => (double)d.Day).ToArray(),
            known.Select(d => d.Cumulative!.Value * 100).ToArray()
        );
        line.Color = Path;
        line.LineWidth = 2;
        line.LegendText = "cumulative abnormal return";
        plot.Add.VerticalLine(0, 1, Colors.Gray, LinePattern.Dotted);
        plot.Add.HorizontalLine(0, 1, Colors.Gray);
        var title =
            story.Title.Length <= LongestTitle ? story.Title : story.Title[..LongestTitle] + "…";
        plot.Title($"{story.Symbol}, {Answer.Date(story.EventDay)}: {title}");
        plot.XLabel("Sessions from the event day");
        plot.YLabel("Per cent");
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = value => value.ToString("+0;−0;0", CultureInfo.InvariantCulture),
            IntegerTicksOnly = true,
        };
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Font.Set(ChartFont.Name);
        return plot;
    }
}
