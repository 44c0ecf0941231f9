using System.Buffers;
using System.Globalization;

namespace MarketPulse.Feeds;

/// <summary>
/// Dates with a month's name, in any order: "Tue, 18 Mar 2025 17:00 EDT", "March 18, 2025 5:00 PM", "Tue Mar 18 17:00:00 2025";
/// and "3/18/2025" (American order where both can be) and "18.03.2025".
/// </summary>
internal static class FeedDateWords
{
    public static FeedDateParts? Read(ReadOnlySpan<char> text)
    {
        var (year, yearDigits, month, day) = (-1, 0, 0, 0);
        TimeSpan? time = null;
        TimeSpan? offset = null;
        var half = "";
        foreach (var range in text.SplitAny(" \t\r\n,()"))
        {
            var token = text[range].Trim(".");
            if (token.IsEmpty)
            {
                continue;
            }

            if (char.IsAsciiDigit(token[0]))
            {
                if (token.Contains(':'))
                {
                    if (Clock(token, ref half, ref offset) is not { } clock)
                    {
                        return null;
                    }

                    time = clock;
                }
                else if (token.IndexOfAny("/.-") > 0)
                {
                    if (!Numeric(token, ref year, ref yearDigits, ref month, ref day))
                    {
                        return null;
                    }
                }
                else
                {
                    var count = token.IndexOfAnyExceptInRange('0', '9') is > 0 and var end
                        ? end
                        : token.Length;
                    if (!int.TryParse(token[..count], CultureInfo.InvariantCulture, out var number))
                    {
                        return null;
                    }

                    if (count <= 2 && day == 0)
                    {
                        day = number;
                    }
                    else if (year < 0)
                    {
                        (year, yearDigits) = (number, count);
                    }
                }
            }
            else if (IsHalf(token, ref half))
            {
                continue;
            }
            else if (month == 0 && FeedDateMonths.Find(token) is > 0 and var named)
            {
                month = named;
            }
            else if (time is not null && offset is null)
            {
                offset = FeedDateZones.Find(token);
            }
        }

        if (year < 0 || month == 0 || day == 0)
        {
            return null;
        }

        var at = time ?? TimeSpan.Zero;
        if (half.Length > 0)
        {
            at = new TimeSpan(Hour(at.Hours, half), at.Minutes, at.Seconds);
        }

        return new(
            FeedDateParts.FullYear(year, yearDigits),
            month,
            day,
            at,
            offset,
            time is not null && offset is null ? FeedDateZones.AssumedUtc : null
        );
    }

    /// <summary>The hour of 24 for one of a half day, "a" or "p"; unchanged where no half is named.</summary>
    public static int Hour(int hour, string half) =>
        half.ToUpperInvariant() switch
        {
            "P" when hour < 12 => hour + 12,
            "A" when hour == 12 => 0,
            _ => hour,
        };

    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create(
        "0123456789:."
    );

    private static bool IsHalf(ReadOnlySpan<char> token, ref string half)
    {
        if (
            token.Length is 2 or 3
            && (token[0] | 0x20) is 'a' or 'p'
            && (token[^1] | 0x20) == 'm'
            && (token.Length == 2 || token[1] == '.')
        )
        {
            half = (token[0] | 0x20) == 'a' ? "a" : "p";
            return true;
        }

        return false;
    }

    /// <summary>"17:00", "17:00:05.123", "5:00PM", "17:00:00Z", "17:00:00+01:00".</summary>
    private static TimeSpan? Clock(ReadOnlySpan<char> token, ref string half, ref TimeSpan? offset)
    {
        var end = token.IndexOfAnyExcept(ClockCharacters);
        var tail = end < 0 ? default : token[end..];
        if (!tail.IsEmpty && !IsHalf(tail, ref half))
        {
            offset = FeedDateZones.Find(tail);
            if (offset is null)
            {
                return null;
            }
        }

        Span<int> numbers = stackalloc int[3];
        var count = 0;
        var clock = end < 0 ? token : token[..end];
        foreach (var range in clock.Split(':'))
        {
            var digits = clock[range];
            if (digits.IndexOf('.') is >= 0 and var point)
            {
                digits = digits[..point];
            }

            if (
                count == 3
                || !int.TryParse(
                    digits,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out numbers[count]
                )
            )
            {
                return null;
            }

            count++;
        }

        return FeedDateParts.TimeOf(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>"18-Mar-2025", "3/18/2025", "18.03.2025".</summary>
    private static bool Numeric(
        ReadOnlySpan<char> token,
        ref int year,
        ref int yearDigits,
        ref int month,
        ref int day
    )
    {
        var separator = token[token.IndexOfAny("/.-")];
        Span<Range> parts = stackalloc Range[4];
        if (token.Split(parts, separator) != 3)
        {
            return false;
        }

        var first = token[parts[0]];
        var second = token[parts[1]];
        var third = token[parts[2]];
        if (
            !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            || !int.TryParse(third, NumberStyles.None, CultureInfo.InvariantCulture, out year)
        )
        {
            return false;
        }

        yearDigits = third.Length;
        if (!int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var b))
        {
            (day, month) = (a, FeedDateMonths.Find(second));
        }
        else if (separator == '/' && a <= 12)
        {
            (month, day) = (a, b);
        }
        else
        {
            (month, day) = (b, a);
        }

        return true;
    }
}
