using System.Globalization;
using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Alerts.Signals;

/// <summary>Prices that an announcement states and that stored prices contradict. Pure.</summary>
public static class ClaimSignals
{
    /// <param name="statements">The announcement's price statements, held against stored prices.</param>
    public static IEnumerable<Signal> Of(
        Announcement announcement,
        IEnumerable<CheckedStatement> statements,
        Wording words
    )
    {
        var wrong = statements.Where(s => s.Verdict == StatementVerdict.Contradicted).ToList();
        if (wrong.Count == 0)
        {
            return [];
        }

        var day = EventDay.Of(announcement).Session;
        return
        [
            new Signal(
                announcement.Symbol,
                announcement.Id,
                announcement.Kind,
                announcement.Title,
                day,
                $"{wrong.Count} stated {(wrong.Count == 1 ? "price is" : "prices are")} contradicted by stored prices",
                Notice.Of(
                    words[
                        $"{announcement.Symbol}: a text states a price that the tape doesn't show"
                    ],
                    words.Word("Contradicted"),
                    MailText.Line(announcement.Title)
                ) with
                {
                    Lines =
                    [
                        .. wrong
                            .Take(10)
                            .Select(s => new NoticeLine(
                                words[$"It states {Figure(s.Statement.Value, s.Statement.Unit)}"],
                                s.Actual is { } actual ? Figure(actual, s.Statement.Unit) : "",
                                MailText.Line(s.Reason, 400)
                            )),
                    ],
                },
                $"{announcement.Symbol}_claims_{announcement.Id}"
            ),
        ];
    }

    private static string Figure(double value, string unit) =>
        unit == "%"
            ? Figures.Percent(value / 100)
            : string.Create(CultureInfo.InvariantCulture, $"{value:#,0.00} {unit}");
}
