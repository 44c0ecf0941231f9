namespace MarketPulse.Alerts.Delivery;

/// <summary>How many mails may leave: an Azure-managed domain takes 5 a minute and 10 an hour.</summary>
/// <param name="PerMinute">Null for no limit.</param>
/// <param name="PerHour">Null for no limit.</param>
public readonly record struct Quota(int? PerMinute, int? PerHour)
{
    /// <summary>From the settings, or, where they leave it open, what the sender's domain allows.</summary>
    /// <param name="from">The address that mails come from.</param>
    public static Quota Of(AlertOptions options, string from)
    {
        var isManaged = from.TrimEnd('>', ' ')
            .EndsWith(".azurecomm.net", StringComparison.OrdinalIgnoreCase);
        return new(
            options.MostPerMinute ?? (isManaged ? 5 : null),
            options.MostPerHour ?? (isManaged ? 10 : null)
        );
    }

    public bool IsLimited => PerMinute is not null || PerHour is not null;

    /// <summary>How many may still leave now, after those of the last hour.</summary>
    public int Room(IReadOnlyCollection<DateTimeOffset> sent, DateTimeOffset now) =>
        Math.Max(
            0,
            Math.Min(
                PerMinute is { } minute
                    ? minute - sent.Count(s => now - s < TimeSpan.FromMinutes(1))
                    : int.MaxValue,
                PerHour is { } hour
                    ? hour - sent.Count(s => now - s < TimeSpan.FromHours(1))
                    : int.MaxValue
            )
        );

    public override string ToString() =>
        (PerMinute, PerHour) switch
        {
            ({ } minute, { } hour) => $"{minute} mails a minute and {hour} an hour",
            ({ } minute, _) => $"{minute} mails a minute",
            (_, { } hour) => $"{hour} mails an hour",
            _ => "no limit",
        };
}
