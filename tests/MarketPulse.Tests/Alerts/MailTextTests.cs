using FsCheck.Xunit;
using MarketPulse.Alerts;

namespace MarketPulse.Tests.Alerts;

public class MailTextTests
{
    [Theory]
    [InlineData(" a \r\n\t b\u00a0c ", "a b c")]
    [InlineData("a\u202Eb\u200Bc\0d", "abcd")]
    [InlineData("\uD800x", "x")]
    [InlineData("英伟达 🚀", "英伟达 🚀")]
    public void Line_OfFeedText_IsOnePlainLine(string text, string expected) =>
        Assert.Equal(expected, MailText.Line(text));

    [Fact]
    public void Line_TooLong_IsCutBetweenCharacters()
    {
        Assert.Equal("🚀🚀…", MailText.Line("🚀🚀🚀🚀", 3));
        Assert.Equal("🚀🚀🚀", MailText.Line("🚀🚀🚀", 3));
        Assert.InRange(MailText.Line("a" + new string('\u0301', 100_000)).Length, 1, 801);
    }

    [Property]
    public bool Line_OfAnything_HasNoControlAndStaysShort(string? text)
    {
        var line = MailText.Line(text ?? "", 50);
        return !line.Any(char.IsControl) && line.Length <= 201 && MailText.Line(line, 50) == line;
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d=e", "https://example.org/a?b=c&d=e")]
    [InlineData(" HTTP://Example.org ", "http://example.org/")]
    [InlineData("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//example.org/a", null)]
    [InlineData("/a", null)]
    [InlineData("https://a@b.example/", null)]
    [InlineData("", null)]
    public void Link_OfAnAddress_IsHttpOrNothing(string url, string? expected) =>
        Assert.Equal(expected, MailText.Link(url));
}
