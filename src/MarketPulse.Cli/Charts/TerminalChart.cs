using System.Globalization;
using System.Text;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Charts;

/// <summary>The price around an announcement against what the benchmark lets expect, in characters. Pure.</summary>
internal static class TerminalChart
{
    private const int Rows = 14;
    private const int MostColumns = 100;
    private const int Axis = 11;

    // Between the dots of the expected path, so that the two are told apart without colours.
    private const int Gap = 4;

    /// <param name="path">Abnormal returns session by session.</param>
    /// <param name="prices">Bars of the same sessions, oldest first.</param>
    public static string Draw(
        IReadOnlyList<PathDay> path,
        IReadOnlyList<PricePoint> prices,
        AnnouncementAnswer story
    )
    {
        var bars = prices.ToDictionary(p => p.Session);
        var days = path.Where(d => bars.ContainsKey(d.Session)).ToList();
        if (days.Count < 2)
        {
            return "Too few bars are stored around this announcement to draw them."
                + Environment.NewLine;
        }

        var actual = days.Select(d => bars[d.Session].AdjustedClose).ToList();
        var expected = Expected(days, bars);
        var (low, high) = (actual.Concat(expected).Min(), actual.Concat(expected).Max());
        var canvas = new BrailleCanvas(
            Math.Clamp(
                Console.IsOutputRedirected ? 80 : Terminal.Out.Profile.Width,
                40,
                MostColumns
            ) - Axis,
            Rows
        );
        int X(int i) => i * (canvas.Width - 1) / (days.Count - 1);
        int Y(double price) =>
            (int)Math.Round((high - price) / Math.Max(high - low, 1e-9) * (canvas.Height - 1));
        for (var i = 1; i < days.Count; i++)
        {
            canvas.Line(X(i - 1), Y(actual[i - 1]), X(i), Y(actual[i]));
            canvas.Line(X(i - 1), Y(expected[i - 1]), X(i), Y(expected[i]), Gap);
        }

        var at = days.FindIndex(d => d.Day == 0);
        return Write(canvas, story, days, (low, high), at < 0 ? null : X(at) / 2);
    }

    /// <summary>Where the price would have gone from the first session's close, had nothing been abnormal.</summary>
    private static List<double> Expected(List<PathDay> days, Dictionary<DateOnly, PricePoint> bars)
    {
        var path = new List<double> { bars[days[0].Session].AdjustedClose };
        foreach (var day in days.Skip(1))
        {
            var expected = (bars[day.Session].Return ?? 0) - (day.Abnormal ?? 0);
            path.Add(path[^1] * (1 + expected));
        }

        return path;
    }

    private static string Write(
        BrailleCanvas canvas,
        AnnouncementAnswer story,
        List<PathDay> days,
        (double Low, double High) span,
        int? eventColumn
    )
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{story.Symbol}, {Answer.Date(story.EventDay)}: {string.Concat(story.Title.Where(c => !char.IsControl(c)))}"
        );
        for (var row = 0; row < Rows; row++)
        {
            var label = row switch
            {
                0 => span.High,
                Rows / 2 => (span.High + span.Low) / 2,
                Rows - 1 => span.Low,
                _ => (double?)null,
            };
            var line = canvas.Row(row).ToCharArray();
            if (eventColumn is { } column && line[column] == ' ')
            {
                line[column] = '┊';
            }

            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{(label is { } price ? Answer.Number(price) : ""), Axis - 2} │{new string(line).TrimEnd()}"
            );
        }

        if (eventColumn is { } mark)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{new string(' ', Axis + mark)}▲ event day"
            );
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Answer.Date(days[0].Session)} to {Answer.Date(days[^1].Session)}. Line: close, adjusted. Dots: what the benchmark lets expect from the first of these closes."
        );
        return text.ToString();
    }
}
