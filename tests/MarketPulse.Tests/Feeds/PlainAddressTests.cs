using FsCheck.Xunit;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public class PlainAddressTests
{
    private const string Letters = "abz09.-/?=&~_AZ:%@#\\ é";

    [Theory]
    [InlineData(
        "https://www.sec.gov/Archives/edgar/data/1/000000000125000007/0000000001-25-000007-index.htm"
    )]
    [InlineData("http://e.org/")]
    [InlineData("https://e.org/a//b?c=d&e=/f~g_h.")]
    [InlineData("https://localhost/a")]
    public void Is_NormalAddress_IsTakenAsItStands(string address)
    {
        Assert.True(PlainAddress.Is(address));
        Assert.Equal(address, new Uri(address).AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http")]
    [InlineData("https://")]
    [InlineData("https:///a")]
    [InlineData("https://e.org")] // Its path is "/".
    [InlineData("https://E.org/")]
    [InlineData("HTTPS://e.org/")]
    [InlineData("httpss://e.org/")]
    [InlineData("ftp://e.org/")]
    [InlineData("https://e.org:443/")]
    [InlineData("https://a@e.org/")]
    [InlineData("https://127.1/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://e..org/")]
    [InlineData("https://e.org./")]
    [InlineData("https://-e.org/")]
    [InlineData("https://e.org/a/../b")]
    [InlineData("https://e.org/./b")]
    [InlineData("https://e.org/%41")]
    [InlineData("https://e.org/é")]
    [InlineData(" https://e.org/")]
    [InlineData("https://e.org/a b")]
    public void Is_AnyOtherForm_IsLeftToTheParser(string address) =>
        Assert.False(PlainAddress.Is(address));

    [Fact]
    public void Is_AddressLongerThanIsKept_IsLeftToTheParser()
    {
        var address = "https://e.org/".PadRight(FeedParser.AddressLength, 'a');
        Assert.True(PlainAddress.Is(address));
        Assert.False(PlainAddress.Is(address + 'a'));
    }

    [Property(MaxTest = 5000, Replay = "(20250318,1)")]
    public void Is_AnyAddress_IsTakenOnlyWhereTheParserGivesItBackAsItIs(
        byte[] host,
        byte[] path,
        bool isSecure
    )
    {
        var address = $"http{(isSecure ? "s" : "")}://{Of(host)}a/{Of(path)}";
        if (PlainAddress.Is(address))
        {
            Assert.Equal(address, new Uri(address).AbsoluteUri);
            Assert.NotEmpty(new Uri(address).Host);
        }
    }

    private static string Of(byte[] places) =>
        string.Concat(places.Select(p => Letters[p % (p < 200 ? 12 : Letters.Length)]));
}
