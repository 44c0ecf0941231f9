using System.Collections.Immutable;

namespace MarketPulse.Announcements.Claims;

/// <summary>
/// The promises of a symbol's announcements, each with the later announcements that moved or confirmed it, or the end of its
/// period without either. Pure: the same announcements and date give the same ledger.
/// </summary>
public static class Ledger
{
    /// <param name="asOf">What was said after this date is not known yet (inclusive, UTC).</param>
    /// <returns>By the end of the period, then by product.</returns>
    public static ImmutableArray<LedgerEntry> Of(
        IEnumerable<Announcement> announcements,
        DateOnly asOf
    ) =>
        [
            .. announcements
                .SelectMany(a => a.Claims, (a, claim) => new Said(a, claim))
                .Where(s => s.Claim.SaidOn <= asOf)
                .GroupBy(s => (s.Announcement.Symbol, s.Claim.Subject))
                .SelectMany(product =>
                    OfProduct(
                        [
                            .. product
                                .OrderBy(s => s.Claim.SaidOn)
                                // A story that promises and delivers at once tells of two steps: the later one stays open.
                                .ThenByDescending(s => s.Claim.Sort)
                                .ThenBy(s => s.Announcement.Id, StringComparer.Ordinal),
                        ],
                        asOf
                    )
                )
                .OrderBy(e => e.Due.To)
                .ThenBy(e => e.Subject, StringComparer.Ordinal)
                .ThenBy(e => e.PromisedOn),
        ];

    private static IEnumerable<LedgerEntry> OfProduct(IReadOnlyList<Said> told, DateOnly asOf)
    {
        var settled = new List<LedgerEntry>();
        LedgerEntry? current = null;
        foreach (var said in told)
        {
            if (said.Claim.Due is not { } due)
            {
                if (current is not null)
                {
                    settled.Add(Confirmed(current, said));
                    current = null;
                }
            }
            else if (current is null)
            {
                current = Promised(said, due);
            }
            else if (Within(due, current.Due) || Within(current.Due, due))
            {
                // The same, more or less exactly: the narrower period is what is promised.
                current = current with
                {
                    Due = Within(due, current.Due) ? due : current.Due,
                    Repeated = current.Repeated + 1,
                };
            }
            else
            {
                settled.Add(Moved(current, said, due));
                current = Promised(said, due);
            }
        }

        return current is null ? settled : settled.Append(Pending(current, asOf));
    }

    private static LedgerEntry Promised(Said said, DuePeriod due) =>
        new(
            said.Announcement.Symbol,
            said.Claim.Subject,
            due,
            PromiseStatus.Open,
            "",
            said.Claim.SaidOn,
            said.Announcement.Id,
            said.Announcement.Title,
            said.Claim.Quote,
            0,
            null,
            null,
            null
        );

    private static LedgerEntry Pending(LedgerEntry promise, DateOnly asOf) =>
        asOf > promise.Due.To
            ? promise with
            {
                Status = PromiseStatus.Missed,
                Reason =
                    $"{promise.Due.Words} ended on {promise.Due.To:yyyy-MM-dd} and no announcement read by {asOf:yyyy-MM-dd} says that it is there",
            }
        : asOf >= promise.Due.From
            ? promise with
            {
                Status = PromiseStatus.Due,
                Reason = $"due until {promise.Due.To:yyyy-MM-dd}",
            }
        : promise with { Reason = $"due from {promise.Due.From:yyyy-MM-dd}" };

    private static LedgerEntry Confirmed(LedgerEntry promise, Said said)
    {
        var on = said.Claim.SaidOn;
        var when =
            on < promise.Due.From ? $"before {promise.Due.Words} began"
            : on <= promise.Due.To ? $"within {promise.Due.Words}"
            : $"{on.DayNumber - promise.Due.To.DayNumber} days after {promise.Due.Words} ended";
        return Decided(promise, PromiseStatus.Confirmed, $"said to be there {when}", said);
    }

    private static LedgerEntry Moved(LedgerEntry promise, Said said, DuePeriod due) =>
        Decided(
            promise,
            PromiseStatus.Moved,
            $"{(due.To > promise.Due.To ? "put off" : "brought forward")} to {due.Words}",
            said
        );

    private static LedgerEntry Decided(
        LedgerEntry promise,
        PromiseStatus status,
        string reason,
        Said said
    ) =>
        promise with
        {
            Status = status,
            Reason = reason,
            DecidedBy = said.Announcement.Id,
            DecidedTitle = said.Announcement.Title,
            DecidedOn = said.Claim.SaidOn,
        };

    private static bool Within(DuePeriod inner, DuePeriod outer) =>
        inner.From >= outer.From && inner.To <= outer.To;

    private sealed record Said(Announcement Announcement, StoryClaim Claim);
}
