using MarketPulse.Prices;

namespace MarketPulse.Alerts.Notices;

/// <summary>Reads a notice's bars and draws them (IO).</summary>
public sealed class NoticePictures(PriceTable prices, Wording words)
{
    // Two months of sessions, holidays included.
    private const int DaysOfBars = 80;

    /// <returns>Null where the notice has no picture, or there is too little to draw.</returns>
    public async Task<NoticePicture?> DrawAsync(Notice notice, CancellationToken cancellation)
    {
        if (notice.Chart is not { } chart)
        {
            return null;
        }

        var usual = chart.Day.AddDays(-DaysOfBars);
        var from = chart.From is { } first && first < usual ? first : usual;
        return Draw(
            chart,
            await prices.ReadAsync(chart.Symbol, from, chart.Day, cancellation),
            words
        );
    }

    /// <param name="stock">Bars up to the chart's day.</param>
    internal static NoticePicture? Draw(NoticeChart chart, PriceSeries stock, Wording words) =>
        ChartSeries.Of(stock, chart.Day, chart.From) is { } series
            ? new(AlertChart.Draw(chart, series), ChartWords.Alt(chart, series, words))
            : null;
}
