using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>"2025年3月18日 下午3:05" and its like. Without a zone it is Beijing's time, where such dates are written.</summary>
internal static partial class FeedDateChinese
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static FeedDateParts? Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Number(string group) =>
            match.Groups[group] is { Success: true } digits
                ? int.Parse(digits.Value, CultureInfo.InvariantCulture)
                : 0;

        var half = match.Groups["half"].Value switch
        {
            "下午" or "晚上" or "傍晚" => "p",
            "上午" or "凌晨" or "早上" => "a",
            // "中午12:30" is just that.
            _ => "",
        };
        var time = FeedDateParts.TimeOf(
            FeedDateWords.Hour(Number("hour"), half),
            Number("minute"),
            Number("second")
        );
        var zone = FeedDateZones.Find(match.Groups["zone"].Value);
        return time is null
            ? null
            : new(
                Number("year"),
                Number("month"),
                Number("day"),
                time.Value,
                zone ?? Beijing,
                zone is null ? "it names no time zone; Beijing's was taken" : null
            );
    }

    [GeneratedRegex(
        """
            ^(?<year>[0-9]{4})\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*[日号]?
            \s*,?\s*(?:[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?
            \s*(?: (?<half>上午|下午|凌晨|早上|中午|傍晚|晚上)?\s*
                   (?<hour>[0-9]{1,2})\s*[:：时時点點]\s*(?<minute>[0-9]{1,2})?\s*分?
                   (?: [:：]?\s*(?<second>[0-9]{1,2})\s*秒? )? )?
            \s*(?<zone>(?:GMT|UTC)?[+\-][0-9]{1,2}:?[0-9]{0,2}|[A-Za-z]{1,4})?$
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
