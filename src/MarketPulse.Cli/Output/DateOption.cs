using System.CommandLine;
using System.Globalization;

namespace MarketPulse.Cli.Output;

/// <summary>An option that is an ISO date.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Of(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "yyyy-mm-dd",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    DateOnly.TryParseExact(
                        text,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var date
                    )
                )
                {
                    return date;
                }

                result.AddError($"{name} '{text}' is not a date. Write it like 2025-03-18.");
                return null;
            },
        };
}
