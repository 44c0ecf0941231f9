using System.Collections.Frozen;
using System.Globalization;

namespace MarketPulse.Feeds;

/// <summary>Time zones as dates name them → offset from UTC.</summary>
internal static class FeedDateZones
{
    public const string AssumedUtc = "it names no time zone; UTC was taken";

    /// <summary>
    /// Hours. RFC 822's and its single letters (read with the signs printed there, as other readers do), and abbreviations that feeds
    /// use and that mean one thing to nearly all who write them. "IST" is India's, "CST" Chicago's, "BST" London's.
    /// </summary>
    private static readonly FrozenDictionary<string, double> Named = Table()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<
        ReadOnlySpan<char>
    > Lookup = Named.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"EST", "+0800", "GMT-5", "−07:00" → its offset; null for anything else.</summary>
    public static TimeSpan? Find(ReadOnlySpan<char> text)
    {
        if (Lookup.TryGetValue(text, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        var sign = text.IndexOfAny("+-\u2212");
        if (sign < 0 || (sign > 0 && !IsUtc(text[..sign])))
        {
            return null;
        }

        Span<char> digits = stackalloc char[4];
        var count = 0;
        var colon = -1;
        foreach (var c in text[(sign + 1)..])
        {
            if (char.IsAsciiDigit(c) && count < 4)
            {
                digits[count++] = c;
            }
            else if (c == ':' && colon < 0)
            {
                colon = count;
            }
            else if (count < 4)
            {
                return null;
            }
        }

        if (count == 0)
        {
            return null;
        }

        var number = int.Parse(digits[..count], CultureInfo.InvariantCulture);
        // "+8" and "+08" are hours, "+530" and "+0530" hours and minutes; "+8:30" says so itself.
        var offset =
            count <= 2 ? new TimeSpan(number, 0, 0) : new TimeSpan(number / 100, number % 100, 0);
        return text[sign] == '+' ? offset : -offset;
    }

    private static bool IsUtc(ReadOnlySpan<char> name) =>
        name.Trim() is var n
        && (
            n.Equals("GMT", StringComparison.OrdinalIgnoreCase)
            || n.Equals("UTC", StringComparison.OrdinalIgnoreCase)
        );

    private static Dictionary<string, double> Table()
    {
        var hours = new Dictionary<string, double>
        {
            ["UT"] = 0,
            ["UTC"] = 0,
            ["GMT"] = 0,
            ["Z"] = 0,
            ["WET"] = 0,
            ["WEST"] = 1,
            ["BST"] = 1,
            ["CET"] = 1,
            ["MEZ"] = 1,
            ["CEST"] = 2,
            ["MESZ"] = 2,
            ["EET"] = 2,
            ["EEST"] = 3,
            ["MSK"] = 3,
            ["IST"] = 5.5,
            ["HKT"] = 8,
            ["SGT"] = 8,
            ["JST"] = 9,
            ["KST"] = 9,
            ["AEST"] = 10,
            ["AEDT"] = 11,
            ["NZST"] = 12,
            ["NZDT"] = 13,
            ["AST"] = -4,
            ["ADT"] = -3,
            ["EST"] = -5,
            ["EDT"] = -4,
            ["ET"] = -5,
            ["CST"] = -6,
            ["CDT"] = -5,
            ["MST"] = -7,
            ["MDT"] = -6,
            ["PST"] = -8,
            ["PDT"] = -7,
            ["AKST"] = -9,
            ["AKDT"] = -8,
            ["HST"] = -10,
        };
        for (var i = 0; i < 12; i++)
        {
            // There is no J.
            hours["ABCDEFGHIKLM"[i].ToString()] = -(i + 1);
            hours["NOPQRSTUVWXY"[i].ToString()] = i + 1;
        }

        return hours;
    }
}
