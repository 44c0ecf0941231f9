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
        ["Alerts:Language"] = "the reader's own taste; its default serves",
        ["Alerts:TimeZone"] = "the reader's own taste; its default serves",
        ["Alerts:QuietHours"] = "the reader's own taste; its default serves",
        ["Alerts:DigestAt"] = "the reader's own taste; its default serves",
        ["Alerts:MostPerMinute"] = "the reader's own taste; its default serves",
        ["Alerts:MostPerHour"] = "the reader's own taste; its default serves",
        ["Alerts:Dashboard"] = "the reader's own taste; its default serves",
        ["Alerts:Runner"] = "the reader's own taste; its default serves",
        ["Alerts:WatchRuns"] = "the reader's own taste; its default serves",
        ["Watchlist:File"] = "the package brings its own",
        ["Lexicon:File"] = "the package brings its own",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] =
            "for a collector of one's own; in Azure there is Application Insights",
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
        (
            "KnownRoles",
            "default",
            d =>
                Find(d, "/roleAssignments")["id"] = Find(d, "/serverfarms")["id"]!.ToString() + "/x"
        ),
        ("Tags", "default", d => Find(d, "/workbooks")["tags"]!["application"] = "another"),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/storageAccounts")["properties"]!["allowBlobPublicAccess"] = true
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/storageAccounts")["properties"]!["supportsHttpsTrafficOnly"] = false
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/containers")["properties"]!["publicAccess"] = "Blob"
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/sites")["properties"]!["httpsOnly"] = false
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/sites")["properties"]!["siteConfig"]!["minTlsVersion"] = "1.0"
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/sites")["properties"]!["siteConfig"]!["ftpsState"] = "AllAllowed"
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/basicPublishingCredentialsPolicies")["properties"]!["allow"] = true
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/workspaces")["properties"]!["features"]!["disableLocalAuth"] = false
        ),
        (
            "NoKeysNoPlainText",
            "default",
            d => Find(d, "/communicationServices")["properties"]!["disableLocalAuth"] = false
        ),
        (
            "NoKeysNoPlainText",
            "smtp",
            d => Find(d, "/vaults")["properties"]!["enableRbacAuthorization"] = false
        ),
        (
            "OneIdentity",
            "default",
            d =>
                Find(d, "/sites")["properties"]!["functionAppConfig"]!["deployment"]!["storage"]![
                    "authentication"
                ]!["userAssignedIdentityResourceId"] = "/another"
        ),
        (
            "Isolation",
            "default",
            d => Find(d, "/sites")["properties"]!["virtualNetworkSubnetId"] = "/a/subnet"
        ),
        (
            "QueriesNameTheCode",
            "default",
            d =>
            {
                var workbook = Find(d, "/workbooks")["properties"]!;
                workbook["serializedData"] = workbook["serializedData"]!
                    .ToString()
                    .Replace("SendAlerts", "SendMails", StringComparison.Ordinal);
            }
        ),
        (
            "QueriesNameTheCode",
            "default",
            d =>
                Find(d, "/scheduledQueryRules")["properties"]!["criteria"]!["allOf"]![0]!["query"] =
                    "AppRequests | where Name == \"Sned\""
        ),
    ];

    [Theory]
    [MemberData(nameof(RulesAndSets))]
    public void Deployment_EveryRule_IsKept(string rule, string set) =>
        Assert.Empty(Rules.All[rule](Deployment.Read(set)));

    public static TheoryData<int> FaultNumbers => [.. Enumerable.Range(0, Faults.Length)];

    /// <summary>Each fault alone breaks its rule, and the expansion without it doesn't (see above).</summary>
    [Theory]
    [MemberData(nameof(FaultNumbers))]
    public void Rule_WouldSeeABreach(int fault)
    {
        var (rule, set, plant) = Faults[fault];
        var snapshot = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Repository.Infra, "parameters", $"{set}.snapshot.json"))
        )!;
        plant(snapshot);
        Assert.True(
            Rules.All[rule](new Deployment(snapshot)).Any(),
            $"{rule} does not see fault {fault}."
        );
    }

    [Fact]
    public void Rule_EveryOne_HasAFaultPlanted() =>
        Assert.Empty(Rules.All.Keys.Except(Faults.Select(f => f.Rule)));

    /// <summary>Every one of Azure's values that is held has been seen refused when it is another.</summary>
    [Fact]
    public void AllowedValue_EveryOneChanged_IsSeen()
    {
        var unseen = new List<string>();
        foreach (var allowed in Allowed.All)
        {
            foreach (var set in Deployment.Names.Select(n => n.Data))
            {
                var deployment = Deployment.Read(set);
                var value = deployment
                    .Of(allowed.Type)
                    .SelectMany(r => Deployment.At(r, allowed.Path))
                    .FirstOrDefault();
                if (value is null)
                {
                    continue;
                }

                value.ReplaceWith("another");
                if (!Rules.All["AllowedValues"](deployment).Any())
                {
                    unseen.Add($"{allowed.Type} {allowed.Path}");
                }
            }
        }

        Assert.Empty(unseen);
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
