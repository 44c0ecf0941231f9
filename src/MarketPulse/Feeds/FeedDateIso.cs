using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>ISO 8601 and what is written like it: "2025-03-18T17:00:00Z", "2025/3/18 17:00", "20250318", "2025-077".</summary>
internal static partial class FeedDateIso
{
    public static FeedDateParts? Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match, "year");
        var (month, day) = (Number(match, "month", 1), Number(match, "day", 1));
        if (match.Groups["ordinal"].Success)
        {
            var first = new DateOnly(Math.Max(year, 1), 1, 1);
            var of = first.AddDays(Math.Max(Number(match, "ordinal"), 1) - 1);
            (month, day) = of.Year == year ? (of.Month, of.Day) : (0, 0);
        }

        var fraction = match.Groups["fraction"] is { Success: true } digits
            ? double.Parse($"0.{digits.Value}", CultureInfo.InvariantCulture)
            : 0;
        var time = FeedDateParts.TimeOf(
            FeedDateWords.Hour(Number(match, "hour"), match.Groups["half"].Value),
            Number(match, "minute"),
            Number(match, "second"),
            fraction
        );
        var zone = match.Groups["zone"].Value;
        var offset = FeedDateZones.Find(zone);
        if (time is null || (zone.Length > 0 && offset is null))
        {
            return null;
        }

        var assumed =
            offset is null && match.Groups["hour"].Success ? FeedDateZones.AssumedUtc : null;
        return new(year, month, day, time.Value, offset, assumed);
    }

    private static int Number(Match match, string group, int absent = 0) =>
        match.Groups[group] is { Success: true } digits
            ? int.Parse(digits.Value, CultureInfo.InvariantCulture)
            : absent;

    [GeneratedRegex(
        """
            ^(?<year>[0-9]{4})
            (?: (?<month>[0-9]{2})(?<day>[0-9]{2})
              | -(?<ordinal>[0-9]{3})(?![0-9])
              | [-/.](?<month>[0-9]{1,2})(?:[-/.](?<day>[0-9]{1,2}))? )?
            (?: (?:[Tt\s]|,\s)\s*(?<hour>[0-9]{1,2}):?(?<minute>[0-9]{2})
                (?: :?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9})[0-9]*)? )?
                (?: \s*(?<half>[AaPp])\.?[Mm]\.? )?
                \s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?\s*[+\-\u2212][0-9]{1,2}:?[0-9]{0,2}(?::?[0-9]{2})?)?
                (?: \s*[\[(][^\])]*[\])] )?
            )?[Zz]?$
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
