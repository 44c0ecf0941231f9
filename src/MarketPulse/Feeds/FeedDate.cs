using System.Globalization;

namespace MarketPulse.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 and its descendants, ISO 8601, asctime, numbers since 1970, Chinese, and what people type.
/// A weekday is never believed: the date is right more often than it.
/// </summary>
public static class FeedDate
{
    private const int Longest = 100;

    /// <summary>Reads an instant.</summary>
    /// <param name="text">As the source writes it; a date alone is its midnight.</param>
    /// <param name="value">UTC.</param>
    /// <param name="assumed">What had to be assumed, for a note; null where the text says all.</param>
    public static bool TryRead(string? text, out DateTimeOffset value, out string? assumed)
    {
        (value, assumed) = (default, null);
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        if ((FeedDateCommon.Read(trimmed) ?? FromNumber(trimmed)) is { } counted)
        {
            value = counted;
            return true;
        }

        var parts =
            FeedDateIso.Read(trimmed.ToString())
            ?? FeedDateChinese.Read(trimmed.ToString())
            ?? FeedDateWords.Read(trimmed);
        if (parts?.Instant() is not { } instant)
        {
            return false;
        }

        (value, assumed) = (instant, parts.Assumed);
        return true;
    }

    /// <summary>Seconds or milliseconds since 1970, from 1973 on: fewer digits are no instant but a year or a day.</summary>
    private static DateTimeOffset? FromNumber(ReadOnlySpan<char> text)
    {
        if (
            text.Length is not (9 or 10 or 13)
            || text.ContainsAnyExceptInRange('0', '9')
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        return text.Length == 13
            ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : DateTimeOffset.FromUnixTimeSeconds(number);
    }
}
