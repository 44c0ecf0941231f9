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
        "Email:Sender 'pigeon' is unknown. Set Email__Sender to pickup, smtp, acs or webhook."
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

    [Theory]
    [InlineData("SmtpHost", "https://mail.example.org", "is not a server's name")]
    [InlineData("SmtpSecurity", "None", "would travel readable")]
    [InlineData("SmtpSecurity", "StartTlsWhenAvailable", "leaves open whether TLS is used")]
    [InlineData("SmtpUser", "me", "Only one of Email:SmtpUser and Email:SmtpPassword")]
    [InlineData("SmtpPassword", "secret-of-mine", "Only one of Email:SmtpUser")]
    public void Start_MailServerThatCannotBeUsedSo_NamesTheSettingAndTheCure(
        string setting,
        string value,
        string message
    ) => Tells(message, "smtp", ("SmtpHost", "mail.example.org"), (setting, value));

    [Fact]
    public void Start_UnencryptedServerOnThisMachine_IsFine() =>
        Assert.Empty(
            Failures(
                new()
                {
                    ["Email:Sender"] = "smtp",
                    ["Email:SmtpHost"] = "localhost",
                    ["Email:SmtpSecurity"] = "None",
                }
            )
        );

    [Theory]
    [InlineData("AcsEndpoint", "", "Set Email__AcsEndpoint")]
    [InlineData("AcsEndpoint", "http://a.communication.azure.com", "Set Email__AcsEndpoint")]
    [InlineData("AcsEndpoint", "endpoint=https://a;accesskey=secret-of-mine", "connection string")]
    [InlineData("From", "MarketPulse <marketpulse@localhost>", "Set Email__From to a sender")]
    [InlineData("AcsClientId", "me", "Set Email__AcsClientId")]
    public void Start_CommunicationServicesThatCannotBeUsedSo_NamesTheSettingAndTheCure(
        string setting,
        string value,
        string message
    ) =>
        Tells(
            message,
            "acs",
            ("AcsEndpoint", "https://a.communication.azure.com"),
            ("From", "DoNotReply@1b2c.azurecomm.net"),
            (setting, value)
        );

    [Theory]
    [InlineData("WebhookShape", "", "Set Email__WebhookShape")]
    [InlineData("WebhookUrl", "", "Set Email__WebhookUrl")]
    [InlineData("WebhookUrl", "http://example.org/secret-of-mine", "Set Email__WebhookUrl")]
    [InlineData("WebhookUrl", "https://example.org/", "Set Email__WebhookUrl")]
    public void Start_WebhookThatCannotBeUsedSo_NamesTheSettingAndTheCure(
        string setting,
        string value,
        string message
    ) =>
        Tells(
            message,
            "webhook",
            ("WebhookShape", "Slack"),
            ("WebhookUrl", "https://example.org/hook"),
            (setting, value)
        );

    private static void Tells(
        string message,
        string sender,
        params (string Setting, string Value)[] settings
    )
    {
        var changed = new Dictionary<string, string?> { ["Email:Sender"] = sender };
        foreach (var (setting, value) in settings)
        {
            changed[$"Email:{setting}"] = value;
        }

        var failure = Assert.Single(Failures(changed));
        Assert.Contains(message, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-mine", failure, StringComparison.Ordinal);
    }

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
