using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class StoryAddressTests
{
    private const string Page = "site.example/news/new-chip?";

    [Theory]
    [InlineData("https://site.example/news/new-chip")]
    [InlineData("http://www.site.example/news/new-chip/")]
    [InlineData("https://SITE.example:443/news/new-chip#more")]
    [InlineData("https://m.site.example/news/new-chip")]
    [InlineData("https://amp.site.example/news/new-chip")]
    [InlineData("https://www.site.example/news/new-chip/amp/")]
    [InlineData("https://www.site.example/amp/news/new-chip")]
    [InlineData("https://site.example/news/new-chip?amp=1")]
    [InlineData("https://site.example/news/new-chip/index.html")]
    [InlineData(
        "https://site.example/news/new-chip?utm_source=rss&utm_medium=feed&fbclid=abc&.tsrc=rss"
    )]
    [InlineData(
        "https://www-site-example.cdn.ampproject.org/c/s/www.site.example/news/new-chip/amp"
    )]
    [InlineData("https://www.google.com/amp/s/site.example/news/new-chip")]
    [InlineData(
        "https://www.google.com/url?rct=j&sa=t&url=https%3A%2F%2Fsite.example%2Fnews%2Fnew-chip&ct=ga"
    )]
    [InlineData(
        "https://r.search.yahoo.com/_ylt=abc/RV=2/RE=17/RO=10/RU=https%3a%2f%2fsite.example%2fnews%2fnew-chip/RK=2/RS=x"
    )]
    [InlineData(
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fsite.example%2Fnews%2Fnew-chip%3Ffbclid%3Dx&h=y"
    )]
    // "\x08\x13\"" + length + address + "\xd2\x01\x00", in Base64 for addresses.
    [InlineData(
        "https://news.google.com/rss/articles/CBMiImh0dHBzOi8vc2l0ZS5leGFtcGxlL25ld3MvbmV3LWNoaXDSAQA?oc=5"
    )]
    public void Canonical_OnePageInManyDresses_IsOneAddress(string url) =>
        Assert.Equal(Page, StoryAddress.Canonical(url));

    [Theory]
    [InlineData("https://site.example/news/new-chip?id=2")]
    [InlineData("https://site.example/news/New-Chip")]
    [InlineData("https://other.example/news/new-chip")]
    [InlineData("https://site.example/amplifier/new-chip")]
    [InlineData("https://blogs.site.example/news/new-chip")]
    public void Canonical_AnotherPage_IsAnotherAddress(string url) =>
        Assert.NotEqual(Page, StoryAddress.Canonical(url));

    [Fact]
    public void Canonical_QueryInAnotherOrder_IsTheSame() =>
        Assert.Equal(
            StoryAddress.Canonical("https://e.org/?b=2&a=1"),
            StoryAddress.Canonical("https://e.org/?a=1&b=2")
        );

    [Theory]
    [InlineData("")]
    [InlineData("guid-17")]
    [InlineData("urn:uuid:17")]
    [InlineData("https://site.example/")] // A front page tells no story.
    [InlineData("https://site.example/?utm_source=rss")]
    public void Canonical_WhatNamesNoPage_IsEmpty(string url) =>
        Assert.Equal("", StoryAddress.Canonical(url));
}
