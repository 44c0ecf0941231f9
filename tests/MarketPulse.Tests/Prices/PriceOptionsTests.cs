using MarketPulse.Prices;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Tests.Prices;

public class PriceOptionsTests
{
    [Theory]
    [InlineData("Sources", "stooq", "Prices:Sources 'stooq' is unknown. Set Prices__Sources")]
    [InlineData("Sources", "yahoo, yahoo", "names a source twice")]
    [InlineData("Sources", "yahoo,tiingo", "Prices:Tiingo:Token is not set")]
    [InlineData("Sources", "csv", "Prices:Csv:Folder is not set. Set Prices__Csv__Folder")]
    [InlineData("LargestReturn", "0", "Prices:LargestReturn 0 is not a fraction over 0")]
    public void Check_WrongSetting_NamesItAndTheCure(
        string setting,
        string value,
        string message
    ) =>
        Assert.Contains(
            message,
            Assert.Single(Failures(new() { [$"Prices:{setting}"] = value })),
            StringComparison.Ordinal
        );

    [Fact]
    public void Check_TokenWithABlank_IsRefusedWithoutBeingRepeated()
    {
        var failure = Assert.Single(
            Failures(new() { ["Prices:Sources:0"] = "tiingo", ["Prices:Tiingo:Token"] = "sec ret" })
        );
        Assert.DoesNotContain("sec ret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BasisThatIsUnknown_NamesIt() =>
        Assert.Contains(
            "Prices:Csv:Basis 'adjusted' is unknown",
            Assert.Single(
                Failures(
                    new()
                    {
                        ["Prices:Sources"] = "csv",
                        ["Prices:Csv:Folder"] = "bars",
                        ["Prices:Csv:Basis"] = "adjusted",
                    }
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Order_NothingSet_IsYahooAlone() => Assert.Equal(["yahoo"], Read([]).Order);

    [Fact]
    public void Order_ListOrOneValue_IsAsWritten()
    {
        Assert.Equal(
            ["csv", "yahoo"],
            Read(new() { ["Prices:Sources:0"] = "csv", ["Prices:Sources:1"] = "yahoo" }).Order
        );
        Assert.Equal(["tiingo", "csv"], Read(new() { ["Prices:Sources"] = "tiingo, csv" }).Order);
    }

    private static IEnumerable<string> Failures(Dictionary<string, string?> settings) =>
        new PriceOptions.Check().Validate(null, Read(settings)).Failures ?? [];

    private static PriceOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var options = configuration.GetSection(PriceOptions.Section).Get<PriceOptions>() ?? new();
        options.Complete(configuration);
        return options;
    }
}
