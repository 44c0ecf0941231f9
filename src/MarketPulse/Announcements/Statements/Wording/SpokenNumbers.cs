namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Numbers in words: 三点四三, 百分之十, "three".</summary>
internal static class SpokenNumbers
{
    private const string Digits = "〇一二三四五六七八九";

    private static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    /// <summary>The figure that a word of English names; null for another word.</summary>
    public static int? InEnglish(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < English.Length; i++)
        {
            if (word.SequenceEqual(English[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static readonly string[] German =
    [
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
        "zwanzig",
    ];

    /// <summary>The figure that a word of German names right before "Prozent": drei, dreieinhalb; null for another word.</summary>
    public static double? InGerman(ReadOnlySpan<char> word, ReadOnlySpan<char> behind)
    {
        if (!behind.StartsWith(" prozent", StringComparison.Ordinal))
        {
            return null;
        }

        var half = word.EndsWith("einhalb", StringComparison.Ordinal) && word.Length > 7;
        var whole = half ? word[..^7] : word;
        for (var i = 0; i < German.Length; i++)
        {
            if (whole.SequenceEqual(German[i]))
            {
                return half ? i + 0.5 : i;
            }
        }

        return null;
    }

    /// <summary>The length of " and a half"; 0 where it doesn't follow.</summary>
    public static int HalfBehind(ReadOnlySpan<char> behind) =>
        behind.StartsWith(" and a half", StringComparison.Ordinal)
        || behind.StartsWith("-and-a-half", StringComparison.Ordinal)
            ? 11
            : 0;

    /// <summary>成 are tenths: 一成七 is 17 %, 三成 30 %. A length of 0 where there are none.</summary>
    public static (int Length, double Value) Tenths(ReadOnlySpan<char> plain, int start)
    {
        if (
            start + 1 >= plain.Length
            || plain[start + 1] != '成'
            || Digit(plain[start]) is not (> 0 and var tens)
        )
        {
            return default;
        }

        var ones = start + 2 < plain.Length ? Digit(plain[start + 2]) : -1;
        return ones >= 0 ? (3, (tens * 10) + ones) : (2, tens * 10);
    }

    private static int Digit(char c) =>
        c == '两' ? 2
        : char.IsAsciiDigit(c) ? c - '0'
        : Digits.IndexOf(c, StringComparison.Ordinal);

    /// <summary>The figure of Chinese numerals below 1,000 at a position; a length of 0 where there is none.</summary>
    public static (int Length, double Value, int Decimals) InChinese(
        ReadOnlySpan<char> plain,
        int start
    )
    {
        var (at, whole, digit) = (start, 0.0, -1);
        for (; at < plain.Length; at++)
        {
            var value = plain[at] switch
            {
                '零' => 0,
                '两' => 2,
                var c => Digits.IndexOf(c, StringComparison.Ordinal),
            };
            if (value >= 0)
            {
                digit = digit < 0 || digit == 0 ? value : (digit * 10) + value;
            }
            else if (plain[at] is '十' or '百')
            {
                whole += Math.Max(digit, digit < 0 ? 1 : digit) * (plain[at] == '十' ? 10 : 100);
                digit = -1;
            }
            else
            {
                break;
            }

            if (at - start > 6)
            {
                return default;
            }
        }

        if (at == start)
        {
            return default;
        }

        whole += Math.Max(digit, 0);
        var decimals = 0;
        if (at + 1 < plain.Length && plain[at] == '点')
        {
            var scale = 0.1;
            for (var i = at + 1; i < plain.Length && decimals < 4; i++)
            {
                var part =
                    plain[i] == '零' ? 0 : Digits.IndexOf(plain[i], StringComparison.Ordinal);
                if (part < 0)
                {
                    break;
                }

                whole += part * scale;
                scale /= 10;
                decimals++;
            }

            at += decimals > 0 ? decimals + 1 : 0;
        }

        return (at - start, Math.Round(whole, 6), decimals);
    }
}
