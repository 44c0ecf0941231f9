using System.Globalization;

namespace MarketPulse.Cli.Silence;

/// <summary>An instant as people write it. Pure.</summary>
internal static class SilenceTime
{
    /// <summary>Reads an instant or date (UTC where no zone is said), or a span after another instant: <c>45m</c>, <c>8h</c>, <c>3d</c>.</summary>
    /// <exception cref="SettingException">It is neither; the message names the option and the cure.</exception>
    public static DateTimeOffset Parse(string option, string text, DateTimeOffset after)
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

        return DateTimeOffset.TryParse(
            trimmed,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant.ToUniversalTime()
            : throw new SettingException(
                $"{option} '{text}' is not an instant. Write it like 2026-03-16, 2026-03-16T20:00Z, 8h or 3d."
            );
    }
}
