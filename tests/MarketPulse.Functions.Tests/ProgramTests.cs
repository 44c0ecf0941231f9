using MarketPulse.Alerts;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MarketPulse.Functions.Tests;

/// <summary>The app's own composition: everything its functions need is there, and wrong settings stop it with the cure.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData(typeof(Timers))]
    [InlineData(typeof(Api))]
    public void Build_ExampleSettings_CanMakeEveryFunctionClass(Type functions)
    {
        using var host = Program.Build(Settings.With());

        // As the worker does: a function's class is made for each call, its parameters from the services.
        Assert.NotNull(ActivatorUtilities.CreateInstance(host.Services, functions));
    }

    [Fact]
    public void Build_ExampleSettings_ReachTheOptions()
    {
        using var host = Program.Build(Settings.With(("Email:To", "someone@example.org")));

        var email = host.Services.GetRequiredService<IOptions<EmailOptions>>().Value;
        Assert.Equal("someone@example.org", email.To);
        Assert.Equal("mail", email.PickupFolder);
        Assert.Equal(587, email.SmtpPort);
        Assert.Equal(
            "UseDevelopmentStorage=true",
            host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString
        );
        Assert.Equal("NVDA", host.Services.GetRequiredService<Watchlist>().Symbols[0].Symbol);
        Assert.NotNull(host.Services.GetRequiredService<FeedClient>());
        Assert.NotNull(host.Services.GetRequiredService<YahooPriceClient>());
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "garbage", "UseDevelopmentStorage=true")]
    [InlineData("Storage:TableEndpoint", "http://example.org", "Both Storage:ConnectionString")]
    [InlineData("Email:To", "nobody at all", "Email__To")]
    [InlineData("Email:Sender", "pigeon", "Email__Sender")]
    [InlineData("Email:PickupFolder", "", "Email__PickupFolder")]
    public async Task Start_WrongSetting_FailsNamingTheSettingAndTheCure(
        string setting,
        string value,
        string named
    )
    {
        using var host = Program.Build(Settings.With((setting, value)));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains(named, error.Message);
    }

    [Fact]
    public void Build_MissingWatchlist_FailsNamingTheFileAndTheSetting()
    {
        var error = Assert.Throws<SettingException>(() =>
            Program.Build(Settings.With(("Watchlist:File", "nowhere.json")))
        );
        Assert.Contains("nowhere.json", error.Message);
        Assert.Contains("Watchlist:File", error.Message);
    }
}
