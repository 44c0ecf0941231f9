using System.Text.Json;
using MarketPulse.Alerts;
using MarketPulse.Cli.Doctor;
using MarketPulse.Cli.Local;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Cli.Doctor;

public class AzureEnvironmentTests
{
    public static Dictionary<string, string> Whole =>
        new()
        {
            ["AZURE_LOCATION"] = "eastus2",
            ["AZURE_RESOURCE_GROUP"] = "rg-marketpulse-home",
            ["AZURE_TENANT_ID"] = "00000000-0000-0000-0000-000000000002",
            ["SERVICE_FUNCTIONS_NAME"] = "func-x",
            ["MARKETPULSE_URL"] = "https://func-x.azurewebsites.net",
            ["MARKETPULSE_TABLE_ENDPOINT"] = "https://stx.table.core.windows.net",
            ["MARKETPULSE_RECIPIENT"] = "you@example.org",
            ["MARKETPULSE_EMAIL_SENDER"] = "acs",
            ["MARKETPULSE_EMAIL_FROM"] = "DoNotReply@1b2c.azurecomm.net",
            ["MARKETPULSE_ACS_ENDPOINT"] = "https://acs-x.communication.azure.com",
        };

    [Fact]
    public void Parse_LinesAsAzdWritesThem_GivesTheirValues() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["A"] = "plain value",
                ["B"] = "with \"quotes\" and $ and \\",
                ["C"] = "bare",
                ["D"] = "single $x",
                ["E"] = "",
            },
            AzureEnvironment.Parse(
                "# a comment\r\nA=\"plain value\"\r\n"
                    + "B=\"with \\\"quotes\\\" and \\$ and \\\\\"\nC=bare\nexport D='single $x'\nE=\"\"\n=nothing\n"
            )
        );

    [Fact]
    public void Read_DefaultEnvironment_IsTheOneThatAzdNames()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "config.json", """{"version":1,"defaultEnvironment":"home"}""");
        Write(folder, "home/.env", "AZURE_LOCATION=\"eastus2\"\n");
        Write(folder, "other/.env", "AZURE_LOCATION=\"westeurope\"\n");
        Assert.Equal("eastus2", AzureEnvironment.Read(folder.Path, null)["AZURE_LOCATION"]);
        Assert.Equal("westeurope", AzureEnvironment.Read(folder.Path, "other")["AZURE_LOCATION"]);
        var error = Assert.Throws<SettingException>(() =>
            AzureEnvironment.Read(folder.Path, "nowhere")
        );
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
        Assert.Contains("home", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("not json")]
    public void Read_NothingDeployed_SaysWhatToDo(string? config)
    {
        using var folder = new TemporaryFolder();
        if (config is not null)
        {
            Write(folder, "config.json", config);
        }

        var error = Assert.Throws<SettingException>(() => AzureEnvironment.Read(folder.Path, null));
        Assert.Contains("azd ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MARKETPULSE_URL", "", "MARKETPULSE_URL is missing")]
    [InlineData("MARKETPULSE_URL", "http://x", "is not an https address")]
    [InlineData("MARKETPULSE_TABLE_ENDPOINT", "x", "is not an https address")]
    [InlineData("MARKETPULSE_EMAIL_SENDER", "pigeon", "neither acs nor smtp")]
    [InlineData("MARKETPULSE_EMAIL_SENDER", "smtp", "MARKETPULSE_VAULT_NAME is missing")]
    public void Problems_OneWrongOutput_NamesIt(string name, string value, string words)
    {
        var values = Whole;
        Assert.Empty(new AzureEnvironment("home", values).Problems);
        values[name] = value;
        Assert.Contains(
            words,
            Assert.Single(new AzureEnvironment("home", values).Problems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("default")]
    [InlineData("smtp")]
    [InlineData("isolated")]
    public void Problems_OutputsOfTheDeployments_AreAllThere(string set)
    {
        var outputs = JsonDocument
            .Parse(
                File.ReadAllText(
                    Path.Combine(Repository.Root, "infra", "parameters", $"{set}.snapshot.json")
                )
            )
            .RootElement.GetProperty("outputs");
        // What Azure computes stands there as an expression: any address does for it.
        var values = outputs
            .EnumerateObject()
            .ToDictionary(
                o => o.Name,
                o =>
                    o.Value.GetString() is not ['[', ..] and var text
                        ? text!
                        : "https://computed.example.org"
            );
        Assert.Empty(new AzureEnvironment(set, values).Problems);
    }

    [Fact]
    public async Task Settings_OfADeployment_AreTakenByTheLibrary()
    {
        using var folder = new TemporaryFolder();
        await using var host = await CliHost.StartAsync(
            folder.Data,
            ownTables: false,
            TestContext.Current.CancellationToken,
            new AzureEnvironment("home", Whole).Settings(folder.Data.Mail)
        );
        Assert.Equal("acs", host.Get<IOptions<EmailOptions>>().Value.Sender);
    }

    private static void Write(TemporaryFolder folder, string file, string text)
    {
        var path = Path.Combine(folder.Path, ".azure", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
