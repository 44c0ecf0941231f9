namespace MarketPulse.Cli.Cost;

/// <summary>
/// What Azure asks, in US dollars, pay as you go; regions differ somewhat. Flex Consumption by published summaries of its price
/// page, mail by Microsoft Learn's "Email pricing"; tables and alerts as known in November 2026, for no stored copy of their price
/// pages shows figures. Check azure.microsoft.com/pricing before relying on a cent.
/// </summary>
/// <param name="Executions">A million executions beyond the free ones of a month.</param>
/// <param name="GigabyteSeconds">A GB-second beyond the free ones of a month.</param>
/// <param name="Transactions">Ten thousand table transactions.</param>
/// <param name="StoredGigabyte">A GB of rows, a month.</param>
/// <param name="Mail">One mail through Communication Services.</param>
/// <param name="MailMegabyte">A MB of mail, headers and pictures included.</param>
/// <param name="MetricAlert">One metric alert rule, a month.</param>
/// <param name="LogAlert">One log alert rule asked every 15 minutes or more rarely, a month.</param>
internal sealed record PriceList(
    decimal Executions,
    decimal GigabyteSeconds,
    decimal Transactions,
    decimal StoredGigabyte,
    decimal Mail,
    decimal MailMegabyte,
    decimal MetricAlert,
    decimal LogAlert
)
{
    /// <summary>Executions that Flex Consumption gives away in a month.</summary>
    public const int FreeExecutions = 250_000;

    /// <summary>GB-seconds that Flex Consumption gives away in a month.</summary>
    public const int FreeGigabyteSeconds = 100_000;

    public static readonly PriceList Public = new(
        Executions: 0.40m,
        GigabyteSeconds: 0.000026m,
        Transactions: 0.00036m,
        StoredGigabyte: 0.045m,
        Mail: 0.00025m,
        MailMegabyte: 0.00012m,
        MetricAlert: 0.10m,
        LogAlert: 0.50m
    );
}
