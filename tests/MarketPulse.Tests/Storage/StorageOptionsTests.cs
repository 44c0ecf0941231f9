using MarketPulse.Storage;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Tests.Storage;

public class StorageOptionsTests
{
    [Fact]
    public void FallBackTo_NothingOfItsOwn_TakesTheHostsAccountByIdentity()
    {
        var options = new StorageOptions();
        options.FallBackTo(
            Configuration(
                ("AzureWebJobsStorage:accountName", "pulse"),
                ("AzureWebJobsStorage:clientId", "an-id")
            )
        );
        Assert.Equal("https://pulse.table.core.windows.net", options.TableEndpoint);
        Assert.Equal("an-id", options.ClientId);
        Assert.Null(options.ConnectionString);
    }

    [Fact]
    public void FallBackTo_NothingOfItsOwn_TakesTheHostsConnectionString()
    {
        var options = new StorageOptions();
        options.FallBackTo(Configuration(("AzureWebJobsStorage", "UseDevelopmentStorage=true")));
        Assert.Equal("UseDevelopmentStorage=true", options.ConnectionString);
    }

    [Fact]
    public void FallBackTo_SettingsOfItsOwn_KeepsThem()
    {
        var options = new StorageOptions { TableEndpoint = "https://own.table.core.windows.net" };
        options.FallBackTo(Configuration(("AzureWebJobsStorage", "UseDevelopmentStorage=true")));
        Assert.Equal("https://own.table.core.windows.net", options.TableEndpoint);
        Assert.Null(options.ConnectionString);
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value))
            .Build();
}
