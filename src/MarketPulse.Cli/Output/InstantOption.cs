using System.CommandLine;
using System.Globalization;

namespace MarketPulse.Cli.Output;

/// <summary>An option that is an instant: ISO 8601 with an offset, or without one in UTC; a bare date is its first instant.</summary>
internal static class InstantOption
{
    private static readonly string[] Shapes =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    public static Option<DateTimeOffset?> Of(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "instant",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    DateTimeOffset.TryParseExact(
                        text,
                        Shapes,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                        out var instant
                    )
                )
                {
                    return instant;
                }

                result.AddError(
                    $"{name} '{text}' is not an instant. Write it like 2025-03-18T21:00Z or 2025-03-18T17:00-04:00."
                );
                return null;
            },
        };
}
