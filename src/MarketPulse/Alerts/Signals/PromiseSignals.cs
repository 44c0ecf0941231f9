using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;

namespace MarketPulse.Alerts.Signals;

/// <summary>Promises whose period begins (due) or has ended with nothing read that keeps them (missed). Pure.</summary>
public static class PromiseSignals
{
    /// <param name="when"><c>due</c> or <c>missed</c>.</param>
    /// <param name="ledger">As of <paramref name="today"/>.</param>
    /// <param name="told">The announcements that the ledger is made of.</param>
    /// <param name="today">The exchange's date.</param>
    /// <returns>Those of the last <see cref="AlertStage.LookBack"/> days: what was over before was never waited for.</returns>
    public static IEnumerable<Signal> Of(
        string when,
        IEnumerable<LedgerEntry> ledger,
        IEnumerable<Announcement> told,
        DateOnly today,
        Wording words
    )
    {
        var missed = when == "missed";
        var byId = told.ToDictionary(a => a.Id);
        return from promise in ledger
            where promise.Status == (missed ? PromiseStatus.Missed : PromiseStatus.Due)
            // What is promised when its period already runs begins with the announcement, which is told anyway.
            where missed || promise.PromisedOn < promise.Due.From
            let day = missed ? promise.Due.To.AddDays(1) : promise.Due.From
            where day > today.AddDays(-AlertStage.LookBack)
            let subject = MailText.Line(promise.Subject, 80)
            let key = $"promise_{promise.Symbol}_{Plain(promise.Subject)}_{promise.Due.Words}"
            select new Signal(
                promise.Symbol,
                $"{promise.AnnouncementId}_{when}_{Plain(subject)}_{promise.Due.Words}",
                byId[promise.AnnouncementId].Kind,
                $"{subject}, promised for {promise.Due.Words}",
                day,
                missed
                    ? $"promised for {promise.Due.Words}, which ended on {promise.Due.To:yyyy-MM-dd}"
                    : $"promised for {promise.Due.Words}, which begins on {promise.Due.From:yyyy-MM-dd}",
                Tell(promise, missed, byId[promise.AnnouncementId], words),
                missed ? key : $"{key}_due"
            );
    }

    private static Notice Tell(
        LedgerEntry promise,
        bool missed,
        Announcement announcement,
        Wording words
    )
    {
        var subject = MailText.Line(promise.Subject, 80);
        var period = words.Period(promise.Due.Words);
        return Notice.Of(
            missed
                ? words[
                    $"{promise.Symbol}: {subject} was promised for {period}, and nothing read says that it is there"
                ]
                : words[$"{promise.Symbol}: {subject} was promised for {period}, which begins now"],
            words[$"{subject}, promised for {period}"],
            missed
                ? words[
                    $"The period ended on {words.Date(promise.Due.To)}, and no announcement read since {words.Date(promise.PromisedOn)} says that it is there."
                ]
                : words[
                    $"The period runs from {words.Date(promise.Due.From)} to {words.Date(promise.Due.To)}."
                ]
        ) with
        {
            Lines =
            [
                new(
                    words[$"Promised on {words.Date(promise.PromisedOn)}{Again(promise, words)}"],
                    "",
                    MailText.Line(announcement.Title)
                ),
                .. promise.Quote.Length > 0
                    ?
                    [
                        new NoticeLine(
                            words.Word("In its own words"),
                            "",
                            $"“{MailText.Line(promise.Quote, StoryClaims.LongestQuote)}”"
                        ),
                    ]
                    : Array.Empty<NoticeLine>(),
            ],
            Links =
            [
                .. from source in StoryAnnouncement.All([announcement], words)[0].Sources
                where source.Link is not null
                select new NoticeLink(source.Feed, source.Link!),
            ],
            Small =
            [
                words.Word(
                    "Only announcements of the watched feeds are read: it may be there all the same. `marketpulse query claims` shows every promise and what became of it."
                ),
            ],
        };
    }

    private static string Again(LedgerEntry promise, Wording words) =>
        promise.Repeated switch
        {
            0 => "",
            1 => words.Word(" and said once more"),
            var times => words[$" and said {times} times more"],
        };

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
