using MarketPulse.Alerts.Mails;

namespace MarketPulse.Tests.Alerts.Mails;

public class SilenceHintTests
{
    [Theory]
    [InlineData("https://e.org", "https://e.org/?view=silences&symbol=NVDA&rule=a%20move")]
    [InlineData(
        "https://e.org/p/?code=x",
        "https://e.org/p/?code=x&view=silences&symbol=NVDA&rule=a%20move"
    )]
    public void Of_DashboardSet_LinksToItsViewWithBothNames(string dashboard, string address) =>
        Assert.Equal(address, SilenceHint.Of(dashboard, "NVDA", "a move")!.Address);

    [Theory]
    [InlineData("a day's move", "--rule \"a day's move\"")]
    [InlineData("the \"big\" one's", "--rule 'the \"big\" one'\\''s'")]
    [InlineData("$(reboot)", "--rule '$(reboot)'")]
    public void Of_NoDashboard_NamesACommandThatAShellReadsAsMeant(string rule, string typed)
    {
        var hint = SilenceHint.Of("", "NVDA", rule)!;
        Assert.Null(hint.Address);
        Assert.Contains($"--symbol NVDA {typed} --until", hint.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingToName_IsNothing() => Assert.Null(SilenceHint.Of("", "", null));
}
