using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Alerts;

/// <summary>Promised periods as people write them. Pure.</summary>
internal static partial class PeriodWords
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    public static string Say(string period, Wording words)
    {
        var found = Form().Match(period);
        if (!found.Success)
        {
            return period;
        }

        var (year, part) = (found.Groups["year"].Value, found.Groups["part"].Value);
        return words.Language == "zh"
            ? Chinese(found.Groups["fiscal"].Success, year, part)
            : English(found.Groups["fiscal"].Value + year, part);
    }

    private static string English(string year, string part) =>
        part switch
        {
            "" => year,
            "mid" => $"mid-{year}",
            [>= '0' and <= '9', ..] => Month(part) is { } month
                ? $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year}"
                : $"{year}-{part}",
            _ => $"{part} {year}",
        };

    private static string Chinese(bool isFiscal, string year, string part)
    {
        var named = isFiscal ? $"{year}财年" : $"{year}年";
        return part switch
        {
            "" => named,
            "mid" => $"{named}年中",
            "H1" => $"{named}上半年",
            "H2" => $"{named}下半年",
            ['Q', var quarter] => $"{named}第{Ordinals[quarter - '1']}季度",
            _ => Month(part) is { } month ? $"{named}{month}月" : $"{named}{part}",
        };
    }

    private static int? Month(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && month is >= 1 and <= 12
            ? month
            : null;

    [GeneratedRegex(
        @"^(?<fiscal>FY)?(?<year>\d{4})(?:-(?<part>H[12]|Q[1-4]|mid|\d\d))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
