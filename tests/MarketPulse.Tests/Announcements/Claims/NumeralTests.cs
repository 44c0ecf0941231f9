using MarketPulse.Announcements.Claims;

namespace MarketPulse.Tests.Announcements.Claims;

public class NumeralTests
{
    [Theory]
    [InlineData("1,000", "", 1000)]
    [InlineData("3.6", "million", 3_600_000)]
    [InlineData("360", "万", 3_600_000)]
    [InlineData("50", "千万亿", 5e16)]
    [InlineData("4.89", "兆", 4.89e12)]
    [InlineData("三百六十万", "", 3_600_000)]
    [InlineData("十", "", 10)]
    [InlineData("百", "", 100)]
    [InlineData("两", "", 2)]
    [InlineData("二十五", "", 25)]
    [InlineData("一千零五", "", 1005)]
    [InlineData("三亿五千万", "", 350_000_000)]
    [InlineData("一万亿", "", 1e12)]
    [InlineData("二点五", "", 2.5)]
    public void Value_OfANumber_IsItsAmount(string number, string scale, double value) =>
        Assert.Equal(value, Numeral.Value(number, scale));

    [Theory]
    [InlineData("", "")]
    [InlineData("一二", "")]
    [InlineData("三x", "")]
    [InlineData("3", "dozen")]
    public void Value_OfNoNumber_IsNull(string number, string scale) =>
        Assert.Null(Numeral.Value(number, scale));
}
