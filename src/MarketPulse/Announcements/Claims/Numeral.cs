using System.Globalization;

namespace MarketPulse.Announcements.Claims;

/// <summary>Numbers as texts write them: digits with thousands' commas, Chinese numerals, and the words that multiply them.</summary>
public static class Numeral
{
    /// <summary>A pattern of a number, Chinese numerals included, for folded text.</summary>
    internal const string Pattern =
        @"(?:(?<![\dA-Za-z.,])(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?!\d)(?:\.\d{1,12})?|(?<![\d一二三四五六七八九十百千万亿两])[一二三四五六七八九十百千两](?:[零一二三四五六七八九十百千万亿两]{0,24})(?:点[零一二三四五六七八九]{1,12})?)";

    /// <summary>A pattern of what multiplies the number before it.</summary>
    internal const string ScalePattern =
        @"(?:thousand|million|billion|trillion|quadrillion|bn\b|mn\b|[百千万亿兆]{1,4})";

    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["mn"] = 1e6,
        ["m"] = 1e6,
        ["billion"] = 1e9,
        ["bn"] = 1e9,
        ["b"] = 1e9,
        ["trillion"] = 1e12,
        ["t"] = 1e12,
        ["quadrillion"] = 1e15,
        ["k"] = 1e3,
    };

    /// <summary>The value of a number and of what multiplies it; null where they are none.</summary>
    /// <param name="number">Such as <c>1,000</c>, <c>3.6</c> or <c>三百六十万</c>.</param>
    /// <param name="scale">Such as <c>million</c>, <c>万</c> or <c>千万亿</c>; empty for none. 兆 is 10¹², as Taiwan counts.</param>
    public static double? Value(string number, string scale = "") =>
        Of(number) is { } value && Scale(scale) is { } factor ? Product(value, factor) : null;

    private static double? Of(string number) =>
        number.Length > 0 && char.IsAsciiDigit(number[0])
            ? double.TryParse(
                number.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : null
            : Chinese(number);

    /// <summary>In decimal, as it is written: 4.89 · 10¹² is no 4,889,999,999,999.999.</summary>
    private static double Product(double value, double factor) =>
        value * factor < 1e18
            ? (double)Math.Round((decimal)value * (decimal)factor, 9)
            : value * factor;

    private static double? Scale(string scale)
    {
        if (scale.Length == 0)
        {
            return 1;
        }

        if (Words.TryGetValue(scale, out var word))
        {
            return word;
        }

        // 千万亿 is 10³ · 10⁴ · 10⁸.
        var factor = 1.0;
        foreach (var c in scale)
        {
            factor *= Unit(c);
        }

        return factor > 0 ? factor : null;
    }

    private static double Unit(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 1e4,
            '亿' => 1e8,
            '兆' => 1e12,
            _ => 0,
        };

    /// <summary>三百六十万 = (3·100 + 6·10) · 10⁴; a unit without a digit before it counts once (十倍, 百倍).</summary>
    private static double? Chinese(string text)
    {
        var (total, section, digit, unit) = (0.0, 0.0, -1.0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '点')
            {
                return Decimals(text[(i + 1)..]) is { } decimals
                    ? total + section + Math.Max(digit, 0) + decimals
                    : null;
            }

            if (Digit(c) is { } d)
            {
                // Two digits in a row (一二) are no number but a list.
                if (digit > 0)
                {
                    return null;
                }

                digit = d;
            }
            else if (Unit(c) is > 0 and < 1e4 and var small)
            {
                section += (digit > 0 ? digit : 1) * small;
                digit = -1;
            }
            else if (Unit(c) is > 0 and var large)
            {
                section += Math.Max(digit, 0);
                // 三亿五千万 adds up; 万亿 multiplies the whole before it again.
                total =
                    unit > large
                        ? total + (section * large)
                        : (total + section is > 0 and var whole ? whole : 1) * large;
                unit = large;
                (section, digit) = (0, -1);
            }
            else
            {
                return null;
            }
        }

        return text.Length == 0 ? null : total + section + Math.Max(digit, 0);
    }

    private static double? Decimals(string text) =>
        text.Length > 0 && text.All(c => Digit(c) is not null)
            ? double.Parse(
                "0." + string.Concat(text.Select(c => Digit(c))),
                CultureInfo.InvariantCulture
            )
            : null;

    private static int? Digit(char c) =>
        c switch
        {
            '零' => 0,
            '两' => 2,
            _ => "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at
                ? at + 1
                : null,
        };
}
