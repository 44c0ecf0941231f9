using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Alerts.Notices;

/// <summary>What a correction says: the verdict then and now, the figures then and now, and which bars were revised. Pure.</summary>
public static class CorrectionNotice
{
    private const int MostBars = 5;

    /// <param name="result">The result as it is now; its <see cref="CorrelationResult.Former"/> is what was mailed.</param>
    /// <param name="told">The verdict that the mail gave.</param>
    /// <param name="revised">The revised bars behind it, each with its symbol.</param>
    public static Notice Of(
        CorrelationResult result,
        Verdict told,
        IReadOnlyCollection<(string Symbol, StoredBar Bar)> revised,
        Wording words
    )
    {
        var former = result.Former!;
        var (then, now) = (
            words.Word(AlertWords.Label(told)),
            words.Word(AlertWords.Label(result.Verdict))
        );
        NoticeLine Line(string what, string before, string after) =>
            new(
                words.Word(what),
                after,
                before == after ? words.Word("As before.") : words[$"The mail said {before}."]
            );
        return Notice.Of(
            words[$"Correction: {result.Symbol} on {words.Date(result.EventDay)}, {then} → {now}"],
            words[$"Correction: {result.Symbol} on {words.Date(result.EventDay)}"],
            words[
                $"The mail of that day said “{then}”. Prices have been revised since; on them it is “{now}”, measured against {result.Benchmark}."
            ]
        ) with
        {
            Lines =
            [
                new(words.Word("Verdict"), "", $"{then} → {now}"),
                Line("Close", Figures.Price(former.Close), Figures.Price(result.Close)),
                Line("What moved", Figures.Percent(former.Return), Figures.Percent(result.Return)),
                Line(
                    "What is left",
                    Figures.Percent(former.CumulativeAbnormalReturn),
                    Figures.Percent(result.CumulativeAbnormalReturn)
                ),
                Line("t", Figures.Number(former.T, 2), Figures.Number(result.T, 2)),
                Line("p", Plain(former.P), Plain(result.P)),
                .. Revised(revised, words),
            ],
            Small =
            [
                words[
                    $"Computed {words.Instant(result.ComputedAt)}; the mail's figures {words.Instant(former.ComputedAt)}."
                ],
                words.Word(
                    "This is the one correction of that mail. What comes later is stored, and answered by `marketpulse query correlations` and `query prices`."
                ),
            ],
        };
    }

    private static string Plain(double? p) =>
        Figures.PValue(p).Replace("= ", "", StringComparison.Ordinal);

    private static ImmutableArray<NoticeLine> Revised(
        IReadOnlyCollection<(string Symbol, StoredBar Bar)> revised,
        Wording words
    ) =>
        [
            .. revised
                .Take(MostBars)
                .Select(r => new NoticeLine(
                    words[$"Revised: {r.Symbol}, {words.Date(r.Bar.Session)}"],
                    "",
                    Describe(r.Bar, words)
                )),
            .. revised.Count > MostBars
                ?
                [
                    new NoticeLine(
                        words.Word("Revised"),
                        "",
                        StoryAnnouncement.More(revised.Count, MostBars, words)
                    ),
                ]
                : Array.Empty<NoticeLine>(),
        ];

    private static string Describe(StoredBar bar, Wording words)
    {
        var source = MailText.Line(PriceSourceNames.Of(bar.Source), 60);
        var since = words[$"{words.Stored(source)}, {words.Instant(bar.ReturnKnownSince)}"];
        var former = bar.Revisions.LastOrDefault(r => r.RetrievedAt < bar.ReturnKnownSince);
        return former is null
            ? words[$"Came late: close {Figures.Price(bar.Bar.Close)} ({since})."]
            : words[
                $"Close {Figures.Price(former.Bar.Close)} → {Figures.Price(bar.Bar.Close)}{Actions(former.Bar, bar.Bar, words)} ({since})."
            ];
    }

    private static string Actions(DailyPrice former, DailyPrice now, Wording words) =>
        (
            former.Dividend == now.Dividend
                ? ""
                : words[
                    $", dividend {Figures.Price(former.Dividend)} → {Figures.Price(now.Dividend)}"
                ]
        )
        + (
            former.SplitRatio == now.SplitRatio
                ? ""
                : words[
                    $", split {Figures.Number(former.SplitRatio)} → {Figures.Number(now.SplitRatio)}"
                ]
        );
}
