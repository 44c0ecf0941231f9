using System.Globalization;

namespace MarketPulse.Feeds;

/// <summary>
/// The two forms in which nearly all feeds write dates, read without looking for others: "Tue, 18 Mar 2025 17:00:00 GMT" (RFC 822
/// with four digits of year) and "2025-03-18T17:00:00Z" or "…-04:00" (RFC 3339).
/// </summary>
internal static class FeedDateCommon
{
    private const int Rfc822Length = 29;
    private const int IsoLength = 20;
    private const int IsoOffsetLength = 25;

    /// <summary>The instant in UTC; null for any other form, or one that doesn't exist.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text.Length == Rfc822Length && text.EndsWith(" GMT", StringComparison.Ordinal))
        {
            return
                DateTimeOffset.TryParseExact(
                    text,
                    "r",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var instant
                )
                && instant.Year >= FeedDateParts.FirstYear
                ? instant
                : null;
        }

        return text.Length switch
        {
            IsoLength when text[^1] == 'Z' => Iso(text, 0),
            IsoOffsetLength when text[19] is '+' or '-' && text[22] == ':' => Iso(
                text,
                Number(text, 20, 2) * 60 + Number(text, 23, 2)
            ),
            _ => null,
        };
    }

    /// <param name="offset">Minutes from UTC without their sign; below zero where they are no digits.</param>
    private static DateTimeOffset? Iso(ReadOnlySpan<char> text, int offset)
    {
        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second) = (
            Number(text, 11, 2),
            Number(text, 14, 2),
            Number(text, 17, 2)
        );
        if (
            (text[4], text[7], text[10], text[13], text[16]) is not ('-', '-', 'T', ':', ':')
            || offset < 0
            || FeedDateParts.TimeOf(hour, minute, second) is not { } time
        )
        {
            return null;
        }

        return new FeedDateParts(
            year,
            month,
            day,
            time,
            TimeSpan.FromMinutes(text[19] == '-' ? -offset : offset)
        ).Instant();
    }

    /// <summary>So many digits; far below zero where one is none.</summary>
    private static int Number(ReadOnlySpan<char> text, int start, int length)
    {
        var number = 0;
        foreach (var c in text.Slice(start, length))
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1_000_000;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
