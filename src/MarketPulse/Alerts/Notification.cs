using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MarketPulse.Announcements.Claims;
using MarketPulse.Correlation;

namespace MarketPulse.Alerts;

/// <summary>A message to be sent once: the intent is stored before anything is sent, and its ids never change.</summary>
/// <param name="Key">The group key: symbol and event day, or what is in trouble and since when.</param>
/// <param name="Symbol">Empty for trouble of the pipeline itself.</param>
/// <param name="AnnouncementIds">The event day's announcements, the leading one first.</param>
/// <param name="Why">Which rule matched and with what figures.</param>
/// <param name="Trouble">What is wrong, for a message about the pipeline; null for an alert.</param>
/// <param name="DecidedAt">The message's date (UTC).</param>
/// <param name="MessageId">Without angle brackets; the same on every attempt.</param>
/// <param name="Attempts">Failed ones so far.</param>
/// <param name="NextAttemptAt">Not before (UTC).</param>
/// <param name="LastFailure">What the sender said last; null if it never failed.</param>
/// <param name="SentAt">When a sender took it (UTC); null while pending.</param>
/// <param name="Promise">The words about a promise whose period has ended; null for every other message.</param>
/// <param name="DeliveredAs">What the sender calls it: the file, or the server's answer.</param>
/// <param name="Told">The verdict that the mail gave; null while pending, and where it gave none.</param>
/// <param name="Correction">The text of a mail that takes another's verdict back; null for every other message.</param>
/// <param name="InReplyTo">The Message-ID of the mail that is corrected.</param>
public sealed record Notification(
    string Key,
    string Symbol,
    DateOnly EventDay,
    ImmutableArray<string> AnnouncementIds,
    string Why,
    string? Trouble,
    DateTimeOffset DecidedAt,
    string MessageId,
    int Attempts,
    DateTimeOffset NextAttemptAt,
    string? LastFailure,
    DateTimeOffset? SentAt,
    string? DeliveredAs,
    string? Promise = null,
    Verdict? Told = null,
    string? Correction = null,
    string? InReplyTo = null
)
{
    /// <summary>After so many failures it is set aside and shown by <c>doctor</c>.</summary>
    public const int MostAttempts = 10;

    public bool IsDead => SentAt is null && Attempts >= MostAttempts;

    public static Notification About(
        string symbol,
        DateOnly eventDay,
        ImmutableArray<string> announcements,
        string why,
        DateTimeOffset now
    ) => New($"{symbol}_{Day(eventDay)}", symbol, eventDay, announcements, why, null, now);

    public static Notification OfTrouble(
        string what,
        DateOnly since,
        string trouble,
        DateTimeOffset now
    ) =>
        New(
            $"trouble_{what}_{Day(since)}",
            "",
            since,
            [],
            "The watchdog looks after the pipeline itself.",
            trouble,
            now
        );

    /// <summary>A message about a promise whose period has ended; its key is the product and the period, so there is one.</summary>
    public static Notification OfPromise(
        string symbol,
        LedgerEntry missed,
        string words,
        DateTimeOffset now
    ) =>
        New(
            $"promise_{symbol}_{Slug(missed.Subject)}_{missed.Due.Words}",
            symbol,
            missed.Due.To,
            [missed.AnnouncementId],
            "The watchlist says to tell promises whose period ends unconfirmed (tellMissedPromises).",
            null,
            now
        ) with
        {
            Promise = words,
        };

    /// <summary>The one correction of a mail that was sent.</summary>
    public static Notification Correcting(
        Notification sent,
        string change,
        string text,
        DateTimeOffset now
    ) =>
        New(
            $"{sent.Key}_correction",
            sent.Symbol,
            sent.EventDay,
            sent.AnnouncementIds,
            change,
            null,
            now
        ) with
        {
            Correction = text,
            InReplyTo = sent.MessageId,
        };

    private static string Slug(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));

    /// <summary>The same after a failed attempt: later each time, up to four hours apart.</summary>
    public Notification Failed(string failure, DateTimeOffset now) =>
        this with
        {
            Attempts = Attempts + 1,
            LastFailure = failure,
            NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(240, 5 * Math.Pow(2, Attempts))),
        };

    /// <summary>The same, to be tried again at a given instant (UTC): the attempt wasn't this message's fault, so it isn't counted.</summary>
    public Notification Postponed(string failure, DateTimeOffset until) =>
        this with
        {
            LastFailure = failure,
            NextAttemptAt = until,
        };

    private static string Day(DateOnly day) =>
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static Notification New(
        string key,
        string symbol,
        DateOnly day,
        ImmutableArray<string> announcements,
        string why,
        string? trouble,
        DateTimeOffset now
    )
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24];
        return new(
            key,
            symbol,
            day,
            announcements,
            why,
            trouble,
            now,
            $"{id}@marketpulse.invalid",
            0,
            now,
            null,
            null,
            null
        );
    }
}
