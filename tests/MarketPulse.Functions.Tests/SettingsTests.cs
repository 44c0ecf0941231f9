using MarketPulse.Alerts;
using MarketPulse.Storage;

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

    private static readonly IReadOnlyList<string> Read =
    [
        .. FunctionNames.All.Select(Schedules.SettingOf),
        .. SettingsOf<StorageOptions>(StorageOptions.Section),
        .. SettingsOf<EmailOptions>(EmailOptions.Section),
        "Http:UserAgent",
        "Watchlist:File",
    ];

    [Fact]
    public void Example_Settings_AreThoseThatTheCodeReadsAndTheHosts() =>
        Assert.Equal(
            Read.Concat(OfTheHost).Order(StringComparer.Ordinal),
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

    private static IEnumerable<string> SettingsOf<TOptions>(string section) =>
        typeof(TOptions).GetProperties().Where(p => p.CanWrite).Select(p => $"{section}:{p.Name}");
}
