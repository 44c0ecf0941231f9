namespace MarketPulse.Cli.Cost;

/// <summary>What a month of the default schedule was counted to take.</summary>
/// <param name="Executions">Scheduled runs.</param>
/// <param name="Transactions">Table requests as they are billed, retries included.</param>
/// <param name="Mails">Messages sent.</param>
/// <param name="MailBytes">What they weigh together.</param>
/// <param name="StoredBytes">The tables as JSON lines, which is more than they take.</param>
/// <param name="ExecutionSeconds">What a run is billed as; Flex Consumption counts at least one second.</param>
internal sealed record MonthlyUse(
    int Executions,
    long Transactions,
    int Mails,
    long MailBytes,
    long StoredBytes,
    double ExecutionSeconds
)
{
    /// <summary>The instances' memory, as infra/modules/app.bicep sets it.</summary>
    public const double Gigabytes = 0.5;

    /// <summary>Memory times time, in GB-seconds.</summary>
    public double GigabyteSeconds => Executions * ExecutionSeconds * Gigabytes;

    /// <summary>Each part of the bill with how it comes about, in US dollars.</summary>
    public IReadOnlyList<CostLine> Bill(PriceList prices) =>
        [
            new(
                "Executions",
                $"{Executions:N0}, of which {PriceList.FreeExecutions:N0} are free",
                Math.Max(0, Executions - PriceList.FreeExecutions) * prices.Executions / 1_000_000
            ),
            new(
                "Memory",
                $"{GigabyteSeconds:N0} GB-s ({ExecutionSeconds:0.#} s of 0.5 GB a run), of which {PriceList.FreeGigabyteSeconds:N0} are free",
                (decimal)Math.Max(0, GigabyteSeconds - PriceList.FreeGigabyteSeconds)
                    * prices.GigabyteSeconds
            ),
            new(
                "Table transactions",
                $"{Transactions:N0} × ${prices.Transactions} a 10,000",
                Transactions * prices.Transactions / 10_000
            ),
            new(
                "Table storage",
                $"{StoredBytes / 1e6:N1} MB × ${prices.StoredGigabyte} a GB",
                StoredBytes / 1_000_000_000m * prices.StoredGigabyte
            ),
            new(
                "Mails",
                $"{Mails:N0} × ${prices.Mail}, {MailBytes / 1e6:N2} MB × ${prices.MailMegabyte}",
                (Mails * prices.Mail) + (MailBytes / 1_000_000m * prices.MailMegabyte)
            ),
            new("Metric alert", "1, on failures", prices.MetricAlert),
        ];
}

/// <summary>One line of a bill.</summary>
/// <param name="How">Amount and price.</param>
/// <param name="Dollars">US dollars a month.</param>
internal sealed record CostLine(string What, string How, decimal Dollars);
