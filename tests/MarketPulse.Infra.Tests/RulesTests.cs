using System.Text.Json.Nodes;

namespace MarketPulse.Infra.Tests;

/// <summary>The rules hold of what is deployed, and each of them would see a fault.</summary>
public class RulesTests
{
    /// <summary>Settings that a deployment never makes, and why.</summary>
    private static readonly Dictionary<string, string> OnlyElsewhere = new()
    {
        ["Storage:ConnectionString"] = "for Azurite; in Azure there are no keys",
        ["Email:PickupFolder"] = "a folder of one's own machine",
        ["Email:WebhookShape"] = "set by hand: az functionapp config appsettings set",
        ["Email:WebhookUrl"] = "a secret, set by hand as a reference to a vault",
        ["Http:AllowPrivateAddresses"] = "feeds of one's own network",
        ["Watchlist:File"] = "the package brings its own",
        ["Lexicon:File"] = "the package brings its own",
        ["Prices:Sources"] = "another source than Yahoo is chosen by hand",
        ["Prices:LargestReturn"] = "its default does; changed by hand",
        ["Prices:Tiingo:Token"] = "a secret, set by hand as a reference to a vault",
        ["Prices:Csv:Folder"] = "a folder of one's own machine",
        ["Prices:Csv:Basis"] = "a folder of one's own machine",
    };

    public static TheoryData<string, string> RulesAndSets =>
        [
            .. from rule in Rules.All.Keys
            from set in Deployment.Names
            select new TheoryDataRow<string, string>(rule, set.Data),
        ];

    /// <summary>A fault for each rule: what to change in the expansion of which set.</summary>
    private static readonly (string Rule, string Set, Action<JsonNode> Plant)[] Faults =
    [
        (
            "AllowedValues",
            "default",
            d =>
                Find(d, "/sites")["properties"]!["functionAppConfig"]!["scaleAndConcurrency"]![
                    "instanceMemoryMB"
                ] = 1024
        ),
        (
            "AllowedValues",
            "default",
            d =>
                Find(d, "/emailServices/domains")["properties"]!["domainManagement"] =
                    "AzureManagedDomain"
        ),
        (
            "AllowedValues",
            "default",
            d =>
                Find(d, "/metricAlerts")["properties"]!["criteria"]!["allOf"]![0]!["operator"] =
                    "GreaterOrEqual"
        ),
        (
            "KnownRoles",
            "default",
            d =>
                Find(d, "/roleAssignments")["properties"]!["roleDefinitionId"] =
                    "/x/b7e6dc6d-f1e8-4753-8033-0f276bb0955c"
        ),
        ("KnownRoles", "default", d => Remove(d, "/roleAssignments")),
        ("SettingsThatAreRead", "default", d => Settings(d)["Email__Sendr"] = "acs"),
        (
            "NoSettingThatFlexRefuses",
            "default",
            d => Settings(d)["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated"
        ),
        (
            "NoSettingThatFlexRefuses",
            "default",
            d => Find(d, "/sites")["properties"]!["siteConfig"]!["alwaysOn"] = true
        ),
        ("TablesOfTheCode", "default", d => Find(d, "/tables")["name"] = "st/default/Announcement"),
        ("NoSecrets", "smtp", d => Settings(d)["Email__SmtpPassword"] = "hunter2"),
        (
            "NoSecrets",
            "default",
            d =>
                Settings(d)["Storage__TableEndpoint"] =
                    "DefaultEndpointsProtocol=https;AccountKey=x"
        ),
        (
            "NoSecrets",
            "default",
            d => d["outputs"]!["KEY"] = "[listKeys('x', '2025-06-01').keys[0].value]"
        ),
        ("Tags", "default", d => Find(d, "/serverfarms").Remove("tags")),
        ("Tags", "default", d => Find(d, "/sites")["tags"]!["azd-service-name"] = "api"),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/storageAccounts")["properties"]!["allowSharedKeyAccess"] = true
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/storageAccounts")["properties"]!["minimumTlsVersion"] = "TLS1_0"
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/components")["properties"]!.AsObject().Remove("DisableLocalAuth")
        ),
        ("TimersSchedules", "default", d => Settings(d).Remove("Watchdog__Schedule")),
        ("TimersSchedules", "default", d => Settings(d)["Watchdog__Schedule"] = "40 11 * * *"),
        ("TimersSchedules", "default", d => Settings(d)["Watchdog__Schedule"] = "0 41 11 * * *"),
        (
            "OneIdentity",
            "default",
            d => Settings(d)["Storage__ClientId"] = "[reference('/another').clientId]"
        ),
        (
            "OneIdentity",
            "smtp",
            d => Find(d, "/sites")["properties"]!.AsObject().Remove("keyVaultReferenceIdentity")
        ),
        (
            "Isolation",
            "isolated",
            d => Find(d, "/storageAccounts")["properties"]!["publicNetworkAccess"] = "Enabled"
        ),
        ("Isolation", "isolated", d => Remove(d, "/privateEndpoints")),
        (
            "Isolation",
            "isolated",
            d => Find(d, "/sites")["properties"]!.AsObject().Remove("virtualNetworkSubnetId")
        ),
        (
            "AlertsSayWhatToDo",
            "default",
            d => Find(d, "/metricAlerts")["properties"]!["description"] = "Something failed."
        ),
        (
            "AlertsSayWhatToDo",
            "default",
            d => Find(d, "/scheduledQueryRules")["properties"]!.AsObject().Remove("actions")
        ),
    ];

    [Theory]
    [MemberData(nameof(RulesAndSets))]
    public void Deployment_EveryRule_IsKept(string rule, string set) =>
        Assert.Empty(Rules.All[rule](Deployment.Read(set)));

    [Fact]
    public void Rule_PlantedFault_IsSeen()
    {
        Assert.Empty(Rules.All.Keys.Except(Faults.Select(f => f.Rule)));
        for (var i = 0; i < Faults.Length; i++)
        {
            var (rule, set, plant) = Faults[i];
            var snapshot = JsonNode.Parse(
                File.ReadAllText(
                    Path.Combine(Repository.Infra, "parameters", $"{set}.snapshot.json")
                )
            )!;
            plant(snapshot);
            Assert.True(
                Rules.All[rule](new Deployment(snapshot)).Any(),
                $"{rule} does not see fault {i}."
            );
        }
    }

    [Fact]
    public void AllowedValue_EveryPath_OccursInSomeDeployment()
    {
        var deployments = Deployment.Names.Select(n => Deployment.Read(n.Data)).ToList();
        Assert.Empty(
            Allowed
                .All.Where(a =>
                    !deployments.Any(d => d.Of(a.Type).Any(r => Deployment.At(r, a.Path).Any()))
                )
                .Select(a => $"{a.Type} {a.Path}")
        );
    }

    [Fact]
    public void Setting_EveryOneThatTheCodeReads_IsSetSomewhere()
    {
        var set = Deployment
            .Names.SelectMany(n => Deployment.Read(n.Data).Settings.Select(s => Rules.Code(s.Key)))
            .ToHashSet();
        Assert.Empty(SettingNames.All.Except(set).Except(OnlyElsewhere.Keys));
        // And what is said to be set elsewhere only is not set here, and does exist.
        Assert.DoesNotContain(OnlyElsewhere.Keys, set.Contains);
        Assert.Empty(OnlyElsewhere.Keys.Except(SettingNames.All));
    }

    [Fact]
    public void Service_OfAzureYaml_IsTheOneThatTheAppIsTaggedWith()
    {
        var azure = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));
        Assert.Contains(
            "\n  functions:\n    project: src/MarketPulse.Functions\n",
            azure,
            StringComparison.Ordinal
        );
        foreach (
            var hook in azure
                .Split('\n')
                .Where(l => l.Contains("run: ", StringComparison.Ordinal))
                .Select(l => l.Split("run: ")[1].TrimEnd('}', ' '))
        )
        {
            var folder = hook.StartsWith("../", StringComparison.Ordinal)
                ? Path.Combine(Repository.Root, "src", "MarketPulse.Functions")
                : Repository.Root;
            Assert.True(File.Exists(Path.Combine(folder, hook)), hook);
        }
    }

    private static JsonObject Find(JsonNode snapshot, string ending) =>
        snapshot["predictedResources"]!
            .AsArray()
            .Select(r => r!.AsObject())
            .First(r => r["type"]!.ToString().EndsWith(ending, StringComparison.Ordinal));

    private static void Remove(JsonNode snapshot, string ending) =>
        snapshot["predictedResources"]!.AsArray().Remove(Find(snapshot, ending));

    private static JsonObject Settings(JsonNode snapshot) =>
        snapshot["predictedResources"]!
            .AsArray()
            .Select(r => r!.AsObject())
            .Single(r => r["name"]!.ToString().EndsWith("/appsettings", StringComparison.Ordinal))[
            "properties"
        ]!.AsObject();
}
