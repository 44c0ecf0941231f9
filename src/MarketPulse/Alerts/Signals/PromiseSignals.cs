using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;

namespace MarketPulse.Alerts.Signals;

/// <summary>Promises whose period begins (due) or has ended (missed, unless something since has kept them). Pure.</summary>
public static class PromiseSignals
{
    /// <param name="when"><c>due</c> or <c>missed</c>.</param>
    /// <param name="promises">Open ones: those that a later announcement kept or moved are left out by the caller.</param>
    /// <param name="today">The exchange's date.</param>
    public static IEnumerable<Signal> Of(
        string when,
        Announcement announcement,
        IEnumerable<Claim> promises,
        DateOnly today,
        Wording words
    ) =>
        from promise in promises
        where promise is { Type: ClaimType.Roadmap, Due: not null }
        let due = promise.Due!
        let missed = when == "missed"
        let day = missed ? due.To.AddDays(1) : due.From
        where today >= day && (missed || today <= due.To)
        let subject = MailText.Line(promise.Subject, 80)
        select new Signal(
            announcement.Symbol,
            $"{announcement.Id}_{when}_{Plain(subject)}_{due.Words}",
            announcement.Kind,
            subject,
            day,
            missed
                ? $"promised for {due.Words}, which ended on {due.To:yyyy-MM-dd}"
                : $"promised for {due.Words}, which begins on {due.From:yyyy-MM-dd}",
            Notice.Of(
                missed
                    ? words[
                        $"{announcement.Symbol}: {subject} was promised for {due.Words}, nothing stored says it came"
                    ]
                    : words[
                        $"{announcement.Symbol}: {subject} is promised for {due.Words}, from today on"
                    ],
                subject,
                missed
                    ? words[
                        $"The period ended on {words.Date(due.To)}. No announcement stored since says that it came; one that isn't read here may."
                    ]
                    : words[$"The period runs from {words.Date(due.From)} to {words.Date(due.To)}."]
            ) with
            {
                Lines =
                [
                    new(
                        words.Word("Promised in"),
                        "",
                        $"{MailText.Line(announcement.Title)} ({words.Instant(announcement.OrderedAt)})"
                    ),
                ],
            },
            $"{announcement.Symbol}_promise_{Plain(subject)}_{due.Words}_{when}"
        );

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
