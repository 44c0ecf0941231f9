using MarketPulse.Alerts;

namespace MarketPulse.Tests.Alerts;

public class FiguresTests
{
    [Theory]
    [InlineData(-0.0343, "−3.43 %")]
    [InlineData(0.1083, "+10.83 %")]
    [InlineData(0.0, "0.00 %")]
    [InlineData(-0.00001, "0.00 %")]
    [InlineData(0.00001, "0.00 %")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(null, "n/a")]
    public void Percent_OfAReturn_IsSigned(double? value, string expected) =>
        Assert.Equal(expected, Figures.Percent(value));

    [Theory]
    [InlineData(115.43, "$115.43")]
    [InlineData(1037.99, "$1,037.99")]
    [InlineData(0.5145, "$0.5145")]
    [InlineData(null, "n/a")]
    public void Price_OfAClose_IsInDollars(double? value, string expected) =>
        Assert.Equal(expected, Figures.Price(value));

    [Theory]
    [InlineData(0.892, "= 0.892")]
    [InlineData(0.001, "= 0.001")]
    [InlineData(4.2e-5, "< 0.001")]
    [InlineData(null, "n/a")]
    public void PValue_Always_CarriesItsRelation(double? value, string expected) =>
        Assert.Equal(expected, Figures.PValue(value));

    [Theory]
    [InlineData(-1, "−1")]
    [InlineData(0, "0")]
    [InlineData(5, "+5")]
    public void Relative_Session_IsSigned(int value, string expected) =>
        Assert.Equal(expected, Figures.Relative(value));

    [Fact]
    public void Instant_OnBothSidesOfDaylightSaving_NamesTheExchangesZone()
    {
        Assert.Equal(
            "2025-03-18 13:00 New York (17:00 UTC)",
            Wording.English.Instant(new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero))
        );
        Assert.Equal(
            "2025-01-27 20:30 New York (2025-01-28 01:30 UTC)",
            Wording.English.Instant(
                new DateTimeOffset(2025, 1, 28, 9, 30, 0, TimeSpan.FromHours(8))
            )
        );
    }
}
