using System.Net.Http.Headers;

namespace MarketPulse.Alerts.Senders;

/// <summary>The header that says when to come back: seconds or a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    // A server that wants longer is asked again tomorrow all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>From now on; null where nothing readable is said, zero for a date that is over.</summary>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        if (!RetryConditionHeaderValue.TryParse(header, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date!.Value - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero
            : wait > Longest ? Longest
            : wait;
    }
}
