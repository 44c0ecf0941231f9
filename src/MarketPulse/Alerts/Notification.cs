using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Azure;
using MarketPulse.Alerts.Notices;
using MarketPulse.Correlation;
using MarketPulse.Prices;

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
/// <param name="Promise">The words about a promise whose period has ended, as earlier versions stored them; null for every other message.</param>
/// <param name="Told">The verdict that the mail gave; null while pending, and where it gave none.</param>
/// <param name="Correction">The verdicts then and now, of a mail that takes another's back (earlier versions: its text); null for every other message.</param>
/// <param name="DeliveredAs">What the sender calls it: the file, or the server's answer; the digest's key where a digest tells it.</param>
/// <param name="Rule">The watchlist's rule that made it, by its name; null where none did.</param>
/// <param name="Urgency">Null is normal.</param>
/// <param name="Notice">Its words, where they are known when it is decided; null for the mail of a measured day.</param>
/// <param name="InReplyTo">The Message-ID of the mail that it continues; null for none.</param>
/// <param name="Members">The messages that it tells together, by key; null for one that isn't a digest.</param>
/// <param name="InDigest">The digest that tells it, by key; null while it goes alone.</param>
/// <param name="Held">Why it waits, or why it was put away untold; null where there is nothing to say.</param>
/// <param name="ClaimedBy">The runner that is sending it; null where none is.</param>
/// <param name="ClaimedUntil">When that claim ends (UTC, exclusive).</param>
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
    string? Rule = null,
    Urgency? Urgency = null,
    Notice? Notice = null,
    string? InReplyTo = null,
    ImmutableArray<string>? Members = null,
    string? InDigest = null,
    string? Held = null,
    string? ClaimedBy = null,
    DateTimeOffset? ClaimedUntil = null
)
{
    /// <summary>The stored row's version; not stored itself.</summary>
    [JsonIgnore]
    public ETag ETag { get; init; }

    /// <summary>Where it was read from; a refused message is given up before its attempts are used up.</summary>
    [JsonIgnore]
    public string Partition { get; init; } = Outbox.Pending;

    /// <summary>After so many failures it is set aside and shown by <c>doctor</c>.</summary>
    public const int MostAttempts = 10;

    /// <summary>Whether it must keep its own mail: it is a digest, or a sender may have taken it already.</summary>
    [JsonIgnore]
    public bool GoesAlone => Members is not null || Attempts > 0 || ClaimedBy is not null;

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

    /// <summary>The one correction of a mail that was sent.</summary>
    public static Notification Correcting(
        Notification sent,
        string change,
        Notice notice,
        DateTimeOffset now
    ) =>
        New(
            $"{sent.Key}_correction",
            sent.Symbol,
            sent.EventDay,
            sent.AnnouncementIds,
            $"Revised prices change the verdict that a mail gave: {change}.",
            null,
            now
        ) with
        {
            Correction = change,
            Notice = notice,
            InReplyTo = sent.MessageId,
        };

    /// <summary>The Message-ID of a key's mail, without angle brackets.</summary>
    public static string MessageIdOf(string key) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24]}@marketpulse.invalid";

    /// <summary>A message whose words are already known.</summary>
    /// <param name="key">Its group key, which its ids derive from.</param>
    /// <param name="symbol">Empty where it is about no symbol.</param>
    public static Notification OfNotice(
        string key,
        string symbol,
        DateOnly day,
        Notice notice,
        string why,
        DateTimeOffset now
    ) => New(key, symbol, day, [], why, null, now) with { Notice = notice };

    /// <summary>Several messages told in one.</summary>
    public static Notification OfDigest(
        string key,
        ImmutableArray<string> members,
        string why,
        DateTimeOffset now
    ) => New(key, "", TradingCalendar.DateOf(now), [], why, null, now) with { Members = members };

    /// <summary>The same after a failed attempt: later each time, up to four hours apart.</summary>
    /// <param name="jitter">
    /// From 0 to 1: how much of up to a fifth more is waited, so that what failed together isn't tried together.
    /// </param>
    public Notification Failed(string failure, DateTimeOffset now, double jitter = 0)
    {
        var minutes = Math.Min(240, 5 * Math.Pow(2, Attempts)) * (1 + (jitter / 5));
        return this with
        {
            Attempts = Attempts + 1,
            LastFailure = failure,
            NextAttemptAt = now + TimeSpan.FromMinutes(minutes),
            ClaimedBy = null,
            ClaimedUntil = null,
        };
    }

    /// <summary>The same, taken by a sender.</summary>
    public Notification Delivered(string deliveredAs, DateTimeOffset now) =>
        this with
        {
            SentAt = now,
            DeliveredAs = deliveredAs,
            Held = null,
            ClaimedBy = null,
            ClaimedUntil = null,
        };

    /// <summary>The same, to be tried again at a given instant (UTC): the attempt wasn't this message's fault, so it isn't counted.</summary>
    public Notification Postponed(string failure, DateTimeOffset until) =>
        this with
        {
            LastFailure = failure,
            NextAttemptAt = until,
            ClaimedBy = null,
            ClaimedUntil = null,
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
        return new(
            key,
            symbol,
            day,
            announcements,
            why,
            trouble,
            now,
            MessageIdOf(key),
            0,
            now,
            null,
            null,
            null
        );
    }
}
