using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class RelevanceTests
{
    [Theory]
    [InlineData("AMD rises", "AMD", true)]
    [InlineData("What AMD's chief said", "AMD", true)]
    [InlineData("(AMD)", "AMD", true)]
    [InlineData("RAMDISK and AMD64", "AMD", false)]
    [InlineData("AMD64 beats AMD", "AMD", true)] // The second one stands alone.
    [InlineData("nvidia in small letters", "NVIDIA", false)] // Names are as listed: list each way of writing.
    [InlineData("今天英伟达发布新品", "英伟达", true)]
    [InlineData("英伟达H20恢复销售", "英伟达", true)]
    [InlineData("", "AMD", false)]
    [InlineData("AM", "AMD", false)]
    public void Names_WordOfItsOwn_Only(string text, string name, bool expected) =>
        Assert.Equal(expected, Relevance.Names(text, name));
}
