using MarketPulse.Correlation;

namespace MarketPulse.Tests.Correlation;

public class EventWindowTests
{
    [Theory]
    [InlineData("-1..1", -1, 1, 3)]
    [InlineData("0..0", 0, 0, 1)]
    [InlineData("-260..-11", -260, -11, 250)]
    public void Parse_Window_ReadsBothEndsAndWritesThemAgain(
        string text,
        int from,
        int to,
        int length
    )
    {
        var window = EventWindow.Parse(text);
        Assert.Equal((from, to, length), (window.From, window.To, window.Length));
        Assert.Equal(text, window.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1..0")]
    [InlineData("a..b")]
    [InlineData("-1 .. 1 .. 2")]
    [InlineData("0...5")]
    public void Parse_AnythingElse_SaysWhatIsWanted(string text) =>
        Assert.Equal(
            $"'{text}' is not a window: write FROM..TO in sessions, such as -1..1.",
            Assert.Throws<FormatException>(() => EventWindow.Parse(text)).Message
        );

    [Fact]
    public void Window_EndBeforeBeginning_CannotBe() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventWindow(1, 0));
}
