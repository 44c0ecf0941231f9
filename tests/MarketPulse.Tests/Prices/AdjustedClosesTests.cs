using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class AdjustedClosesTests
{
    [Fact]
    public void Disagreement_DividendThatIsListed_IsNone() =>
        Assert.Null(AdjustedCloses.Disagreement(Reply(dividend: 1, former: 99)));

    [Fact]
    public void Disagreement_DividendThatIsNotListed_IsNamed() =>
        Assert.Contains(
            "2025-03-18: test's adjusted closes give a return of 1.01 %, its dividends and splits one of 0.00 %",
            AdjustedCloses.Disagreement(Reply(dividend: 0, former: 99)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Disagreement_NoAdjustedCloses_IsNone() =>
        Assert.Null(AdjustedCloses.Disagreement(Reply(dividend: 1, former: null)));

    private static PriceReply Reply(double dividend, double? former) =>
        new(
            "test",
            [
                new(new(2025, 3, 17), 100, 101, 99, 100, 1000, AdjustedClose: former),
                new(new(2025, 3, 18), 100, 101, 99, 100, 1000, dividend, AdjustedClose: 100),
            ],
            []
        );
}
