namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Numerals of Chinese: 三点四三, 一百一十五, 一成七.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "〇一二三四五六七八九";

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
    public static (int Length, double Value, int Decimals) Read(ReadOnlySpan<char> plain, int start)
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
