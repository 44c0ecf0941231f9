using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests;

/// <summary>Wrong settings are told at the start, with their name and the cure.</summary>
public class OptionsTests
{
    private const string Tables = "UseDevelopmentStorage=true";
    private const string Folder = "mail";

    [Fact]
    public void Start_WithTheLeastThatIsNeeded_IsFine() => Assert.Empty(Failures([]));

    [Theory]
    [InlineData(
        "Storage:ConnectionString",
        "",
        "Neither Storage:ConnectionString nor Storage:TableEndpoint is set. Set Storage__TableEndpoint"
    )]
    [InlineData(
        "Storage:TableEndpoint",
        "https://a.table.core.windows.net",
        "Both Storage:ConnectionString and Storage:TableEndpoint are set. Keep one"
    )]
    [InlineData(
        "Email:From",
        "nobody at all",
        "Email:From 'nobody at all' is not a mail address. Set Email__From"
    )]
    [InlineData("Email:To", "", "Email:To '' is not a mail address. Set Email__To")]
    [InlineData(
        "Email:Sender",
        "pigeon",
        "Email:Sender 'pigeon' is unknown. Set Email__Sender to pickup or smtp."
    )]
    [InlineData("Email:Sender", "smtp", "Email:SmtpHost is not set. Set Email__SmtpHost")]
    [InlineData(
        "Email:PickupFolder",
        " ",
        "Email:PickupFolder is not set. Set Email__PickupFolder"
    )]
    public void Start_OneWrongSetting_NamesItAndTheCure(
        string setting,
        string value,
        string message
    ) =>
        Assert.Contains(
            message,
            Assert.Single(Failures(new() { [setting] = value })),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://a.table.core.windows.net")]
    [InlineData("a.table.core.windows.net")]
    public void Start_EndpointThatIsNotHttps_NamesItAndTheCure(string endpoint) =>
        Assert.Equal(
            $"Storage:TableEndpoint '{endpoint}' is not an https address. Set it to https://ACCOUNT.table.core.windows.net.",
            Assert.Single(
                Failures(
                    new()
                    {
                        ["Storage:ConnectionString"] = "",
                        ["Storage:TableEndpoint"] = endpoint,
                    }
                )
            )
        );

    [Theory]
    [InlineData("0", "Email:SmtpPort 0 is not a port. Set Email__SmtpPort to 587 or 465.")]
    [InlineData("70000", "Email:SmtpPort 70000 is not a port. Set Email__SmtpPort to 587 or 465.")]
    public void Start_PortThatIsNone_NamesItAndTheCure(string port, string message) =>
        Assert.Equal(
            message,
            Assert.Single(
                Failures(
                    new()
                    {
                        ["Email:Sender"] = "smtp",
                        ["Email:SmtpHost"] = "mail.example.org",
                        ["Email:SmtpPort"] = port,
                    }
                )
            )
        );

    [Fact]
    public void Start_SeveralWrongSettings_NamesThemAll() =>
        Assert.Equal(
            3,
            Failures(
                new()
                {
                    ["Email:From"] = "x y",
                    ["Email:To"] = "z w",
                    ["Email:Sender"] = "pigeon",
                }
            ).Count
        );

    private static List<string> Failures(Dictionary<string, string?> changed)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = Tables,
            ["Email:PickupFolder"] = Folder,
        };
        foreach (var (name, value) in changed)
        {
            settings[name] = value;
        }

        using var provider = new ServiceCollection()
            .AddLogging()
            .AddMarketPulse(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
    }
}
