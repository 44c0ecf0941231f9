using MarketPulse.Cli.Cost;

namespace MarketPulse.Tests.Cli.Cost;

public class MonthlyUseTests
{
    [Fact]
    public void Bill_WithinTheFreeAmounts_IsTablesMailsAndTheAlert()
    {
        var bill = new MonthlyUse(9_000, 100_000, 20, 1_000_000, 10_000_000, 2).Bill(
            PriceList.Public
        );
        Assert.Equal(0, Line(bill, "Executions"));
        Assert.Equal(0, Line(bill, "Memory"));
        Assert.Equal(0.0036m, Line(bill, "Table transactions"));
        Assert.Equal(0.00045m, Line(bill, "Table storage"));
        Assert.Equal(0.00512m, Line(bill, "Mails"));
        Assert.Equal(0.10m, Line(bill, "Metric alert"));
    }

    [Fact]
    public void Bill_BeyondTheFreeAmounts_CountsWhatIsBeyond()
    {
        var use = new MonthlyUse(1_250_000, 0, 0, 0, 0, 1);
        Assert.Equal(625_000, use.GigabyteSeconds);
        var bill = use.Bill(PriceList.Public);
        Assert.Equal(0.40m, Line(bill, "Executions"));
        Assert.Equal(13.65m, Line(bill, "Memory"));
    }

    private static decimal Line(IReadOnlyList<CostLine> bill, string what) =>
        bill.Single(l => l.What == what).Dollars;
}
