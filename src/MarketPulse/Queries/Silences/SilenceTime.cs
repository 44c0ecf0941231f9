using System.Globalization;

namespace MarketPulse.Queries.Silences;

/// <summary>An instant as people write it. Pure.</summary>
internal static class SilenceTime
{
    private const int LongestText = 64;

    /// <summary>Reads an instant or date (UTC where no zone is said), or a span after another instant: <c>45m</c>, <c>8h</c>, <c>3d</c>.</summary>
    /// <exception cref="QueryTextException">It is neither; it names the field and what may be written.</exception>
    public static DateTimeOffset Parse(string field, string text, DateTimeOffset after)
    {
        var trimmed = text.Trim();
        if (
            trimmed.Length > 1
            && int.TryParse(
                trimmed[..^1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
            && count is > 0 and <= 100_000
        )
        {
            switch (trimmed[^1])
            {
                case 'm':
                    return after.AddMinutes(count);
                case 'h':
                    return after.AddHours(count);
                case 'd':
                    return after.AddDays(count);
            }
        }

        return
            trimmed.Length <= LongestText
            && DateTimeOffset.TryParse(
                trimmed,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
            ? instant.ToUniversalTime()
            : throw new QueryTextException(
                field,
                $"'{QueryValues.Shown(text)}' is not an instant",
                ["2026-03-16", "2026-03-16T20:00Z", "8h", "3d"]
            );
    }
}
