using System.Globalization;
using MarketPulse.Alerts.Delivery;
using Microsoft.Extensions.Options;

namespace MarketPulse.Alerts;

/// <summary>How alerts reach their reader: configuration section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary><c>en</c> or <c>zh</c> (simplified Chinese): what mails are written in.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The reader's time zone by its IANA name; mails give its time beside the exchange's.</summary>
    public string TimeZone { get; set; } = "America/New_York";

    /// <summary>When only urgent mails go out, in the reader's zone, such as <c>22:00-07:00</c>; empty for never.</summary>
    public string QuietHours { get; set; } = "";

    /// <summary>When the daily digest of low urgency leaves, in the reader's zone.</summary>
    public string DigestAt { get; set; } = "18:00";

    /// <summary>Most mails in a minute; null: 5 from an Azure-managed domain, else no limit.</summary>
    public int? MostPerMinute { get; set; }

    /// <summary>Most mails in an hour; null: 10 from an Azure-managed domain, else no limit.</summary>
    public int? MostPerHour { get; set; }

    /// <summary>The page that mails link to, an http(s) address; empty for none.</summary>
    public string Dashboard { get; set; } = "";

    /// <summary>
    /// Who sends, where several instances share the tables: what one has taken up, another leaves alone for some minutes.
    /// Empty: the host's instance, or this process.
    /// </summary>
    public string Runner { get; set; } = "";

    /// <summary>Whether the watchdog tells functions that no longer run; off where ticks are skipped on purpose, as in a replay.</summary>
    public bool WatchRuns { get; set; } = true;

    internal sealed class Check : IValidateOptions<AlertOptions>
    {
        public ValidateOptionsResult Validate(string? name, AlertOptions options)
        {
            List<string> problems = [];
            if (options.Language is not ("en" or "zh"))
            {
                problems.Add(
                    $"Alerts:Language '{options.Language}' is not spoken here. Set Alerts__Language to en or zh."
                );
            }

            if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            {
                problems.Add(
                    $"Alerts:TimeZone '{options.TimeZone}' is not a time zone. Set Alerts__TimeZone to an IANA name, such as Europe/Berlin."
                );
            }

            if (
                options.QuietHours.Length > 0
                && Delivery.QuietHours.Parse(options.QuietHours) is null
            )
            {
                problems.Add(
                    $"Alerts:QuietHours '{options.QuietHours}' is not a span of hours. Set Alerts__QuietHours to one, such as 22:00-07:00, or leave it empty."
                );
            }

            if (!IsTime(options.DigestAt))
            {
                problems.Add(
                    $"Alerts:DigestAt '{options.DigestAt}' is not a time of day. Set Alerts__DigestAt to one, such as 18:00."
                );
            }

            if (options.MostPerMinute is < 1 || options.MostPerHour is < 1)
            {
                problems.Add(
                    "Alerts:MostPerMinute and Alerts:MostPerHour count from 1 on. Leave them out for no limit."
                );
            }

            if (options.Dashboard.Length > 0 && MailText.Link(options.Dashboard) is null)
            {
                problems.Add(
                    $"Alerts:Dashboard '{options.Dashboard}' is not an http(s) address. Set Alerts__Dashboard to one, or leave it empty."
                );
            }

            return problems.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems);
        }

        private static bool IsTime(string text) =>
            TimeOnly.TryParseExact(
                text,
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            );
    }
}
