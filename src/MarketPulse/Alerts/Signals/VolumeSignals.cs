using System.Globalization;
using MarketPulse.Alerts.Notices;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>
/// The event day's volume against what ordinary sessions let expect: the mean of ln(volume) over the estimation window
/// (constant-mean model; Campbell and Wasley 1996), so "times" is the ratio to a geometric mean. Pure.
/// </summary>
public static class VolumeSignals
{
    /// <param name="results">Event-day results that have no decision of this rule yet.</param>
    /// <param name="series">The stock's bars, the estimation window included.</param>
    public static IEnumerable<Signal> Of(
        WatchRule rule,
        IEnumerable<CorrelationResult> results,
        PriceSeries series,
        Wording words
    )
    {
        var logs = AbnormalVolume.LogVolumes(series);
        foreach (var result in results)
        {
            if (Times(series, logs, result.EventDay) is not { } times)
            {
                continue;
            }

            var bound = rule.Volume!.Value;
            var isMet = times >= bound;
            yield return new Signal(
                result.Symbol,
                result.AnnouncementId,
                result.Kind,
                result.Title,
                result.EventDay,
                $"volume {Number(times)} times the expected {(isMet ? "reaches" : "is under")} {Number(bound)}",
                isMet ? Tell(result, times, series, words) : null,
                $"{result.Symbol}_volume_{result.EventDay:yyyyMMdd}"
            );
        }
    }

    private static double? Times(PriceSeries series, double[] logs, DateOnly day)
    {
        var at = series.IndexOf(day);
        var (first, last) = (
            Math.Max(0, at + StudyRules.Estimation.From),
            at + StudyRules.Estimation.To
        );
        var ordinary =
            at < 0 || last < first
                ? []
                : logs[first..(last + 1)].Where(v => !double.IsNaN(v)).ToArray();
        return ordinary.Length >= StudyRules.MinimumSessions && !double.IsNaN(logs[at])
            ? Math.Exp(logs[at] - ordinary.Average())
            : null;
    }

    private static Notice Tell(
        CorrelationResult result,
        double times,
        PriceSeries series,
        Wording words
    ) =>
        Notice.Of(
            words[
                $"{result.Symbol} volume {Number(times)} times the usual on {words.Date(result.EventDay)}"
            ],
            words[$"{result.Symbol} volume × {Number(times)}"],
            words[
                $"{series[series.IndexOf(result.EventDay)].Volume.ToString("#,0", CultureInfo.InvariantCulture)} shares changed hands on {words.Date(result.EventDay)}; {result.Symbol} returned {Figures.Percent(result.Return)} that day. Verdict on the price: {words.Word(AlertWords.Label(result.Verdict))}."
            ]
        ) with
        {
            Chart = new(result.Symbol, result.EventDay),
            Lines = [new(words.Word("The announcement"), "", MailText.Line(result.Title))],
            Small =
            [
                words.Word(
                    "Expected: the geometric mean of the estimation window's sessions. Busy days follow each other; a high volume says nothing of its reason."
                ),
            ],
        };

    private static string Number(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture);
}
