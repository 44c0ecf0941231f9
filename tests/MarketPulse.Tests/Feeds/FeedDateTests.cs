using System.Globalization;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public class FeedDateTests
{
    [Theory]
    [InlineData("Tue, 18 Mar 2025 17:00:00 GMT", "2025-03-18T17:00:00Z")]
    [InlineData("Tue, 18 Mar 2025 13:00:00 -0400", "2025-03-18T17:00:00Z")]
    [InlineData("Tue, 18 Mar 2025 13:00 EDT", "2025-03-18T17:00:00Z")]
    [InlineData("Mon, 18 Mar 2025 17:00:00 GMT", "2025-03-18T17:00:00Z")] // A Tuesday.
    [InlineData("Di, 18 Mär 2025 18:00:00 +0100", "2025-03-18T17:00:00Z")]
    [InlineData("mar., 18 mars 2025 18:00:00 CET", "2025-03-18T17:00:00Z")]
    [InlineData("18 Mar 25 17:00 UT", "2025-03-18T17:00:00Z")]
    [InlineData("18 Mar 99 17:00:00 Z", "1999-03-18T17:00:00Z")]
    [InlineData(
        "Tue, 18 Mar 2025 17:00:00 GMT+0000 (Coordinated Universal Time)",
        "2025-03-18T17:00:00Z"
    )]
    [InlineData("Tue Mar 18 2025 13:00:00 GMT-0400 (EDT)", "2025-03-18T17:00:00Z")]
    [InlineData("Tue Mar 18 17:00:00 UTC 2025", "2025-03-18T17:00:00Z")]
    [InlineData("March 18, 2025 1:00 PM EDT", "2025-03-18T17:00:00Z")]
    [InlineData("March 18th, 2025 1:00PM EDT", "2025-03-18T17:00:00Z")]
    [InlineData("18-Mar-2025 17:00:00 GMT", "2025-03-18T17:00:00Z")]
    [InlineData("Tue, 18 Mar 2025 24:00:00 GMT", "2025-03-19T00:00:00Z")]
    [InlineData("Tue, 30 Jun 2015 23:59:60 GMT", "2015-06-30T23:59:59Z")]
    [InlineData("Tue, 18 Mar 2025 18:00:00 N", "2025-03-18T17:00:00Z")] // RFC 822's letters, as printed.
    [InlineData("Tue, 18 Mar 2025 17:00:00 \u22120000", "2025-03-18T17:00:00Z")]
    [InlineData("2025-03-18T17:00:00Z", "2025-03-18T17:00:00Z")]
    [InlineData("2025-03-18t13:00:00.250-04:00", "2025-03-18T17:00:00.25Z")]
    [InlineData("2025-03-18 13:00:00 -0400", "2025-03-18T17:00:00Z")]
    [InlineData("2025-03-18T17:00Z", "2025-03-18T17:00:00Z")]
    [InlineData("20250318T170000Z", "2025-03-18T17:00:00Z")]
    [InlineData("2025/3/18 17:00 GMT", "2025-03-18T17:00:00Z")]
    [InlineData("2025-03-18", "2025-03-18T00:00:00Z")]
    [InlineData("20250318", "2025-03-18T00:00:00Z")]
    [InlineData("2025-077", "2025-03-18T00:00:00Z")]
    [InlineData("2025-03", "2025-03-01T00:00:00Z")]
    [InlineData("1742317200", "2025-03-18T17:00:00Z")]
    [InlineData("1742317200000", "2025-03-18T17:00:00Z")]
    [InlineData("2025年3月19日 01:00 GMT+8", "2025-03-18T17:00:00Z")]
    public void TryRead_DateThatSaysAll_IsItsInstant(string text, string expected)
    {
        Assert.True(FeedDate.TryRead(text, out var instant, out var assumed));
        Assert.Equal(Instant(expected), instant);
        Assert.Null(assumed);
    }

    [Theory]
    [InlineData("Tue, 18 Mar 2025 17:00:00", "2025-03-18T17:00:00Z", "UTC")]
    [InlineData("2025-03-18T17:00:00", "2025-03-18T17:00:00Z", "UTC")]
    [InlineData("3/18/2025 5:00:00 PM", "2025-03-18T17:00:00Z", "UTC")]
    [InlineData("18.03.2025 17:00", "2025-03-18T17:00:00Z", "UTC")]
    [InlineData("2025年3月19日 01:00", "2025-03-18T17:00:00Z", "Beijing")]
    [InlineData("2025年3月19日 星期三 上午1时00分", "2025-03-18T17:00:00Z", "Beijing")]
    [InlineData("2025年3月18日下午3:05", "2025-03-18T07:05:00Z", "Beijing")]
    public void TryRead_DateWithoutAZone_SaysWhichWasTaken(
        string text,
        string expected,
        string zone
    )
    {
        Assert.True(FeedDate.TryRead(text, out var instant, out var assumed));
        Assert.Equal(Instant(expected), instant);
        Assert.Contains(zone, assumed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday at noon")]
    [InlineData("Tue, 42 Mar 2025 17:00:00 GMT")]
    [InlineData("Tue, 29 Feb 2025 17:00:00 GMT")]
    [InlineData("Tue, 18 Mar 2025 25:00:00 GMT")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2025-13-01")]
    [InlineData("2025-366")]
    [InlineData("99999999999999999999")]
    public void TryRead_NoDate_IsNone(string? text) =>
        Assert.False(FeedDate.TryRead(text, out _, out _));

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
