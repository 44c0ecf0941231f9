namespace MarketPulse.Functions.Tests;

/// <summary>local.settings.json.example against what the code reads.</summary>
public sealed class SettingsTests
{
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage",
        "FUNCTIONS_WORKER_RUNTIME",
    ];

    [Fact]
    public void Example_Settings_AreThoseThatTheCodeReadsAndTheHosts() =>
        Assert.Equal(
            SettingNames.All.Concat(OfTheHost).Order(StringComparer.Ordinal),
            Settings.Example.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Documentation_Settings_HaveEveryOneThatTheExampleSets()
    {
        var documentation = Files.Read("docs/functions.md");

        Assert.All(
            Settings.Example.Keys,
            setting => Assert.Contains($"`{setting.Replace(":", "__")}`", documentation)
        );
    }

    [Fact]
    public void Example_Secrets_AreEmpty() =>
        Assert.Equal("", Settings.Example["Email:SmtpPassword"]);
}
