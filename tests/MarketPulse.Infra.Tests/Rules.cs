using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketPulse.Storage;
using MarketPulse.Telemetry;
using NCrontab;

namespace MarketPulse.Infra.Tests;

/// <summary>What must hold of every deployment; each rule gives what breaks it, in words.</summary>
internal static partial class Rules
{
    // By Azure's list of built-in roles (learn.microsoft.com/azure/role-based-access-control/built-in-roles), written down here a
    // second time on purpose; each was found under the same name in public deployments, November 2026.
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
    };

    private static readonly string[] Grants =
    [
        "app: Storage Blob Data Owner on storageAccounts",
        "app: Storage Table Data Contributor on storageAccounts",
        "app: Monitoring Metrics Publisher on components",
        "app: Communication and Email Service Owner on communicationServices",
        "app: Key Vault Secrets User on vaults",
        "person: Storage Table Data Contributor on storageAccounts",
        "person: Key Vault Secrets Officer on vaults",
    ];

    /// <summary>The host's own settings that this deployment needs.</summary>
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsStorage:accountName",
        "AzureWebJobsStorage:credential",
        "AzureWebJobsStorage:clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    // Resources that take no tags of their own.
    private static readonly string[] Untagged =
    [
        "Microsoft.Storage/storageAccounts/",
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Web/sites/",
        "Microsoft.Network/privateEndpoints/",
        "Microsoft.Communication/emailServices/domains/senderUsernames",
        "Microsoft.Consumption/budgets",
        "Microsoft.OperationalInsights/workspaces/",
    ];

    public static readonly IReadOnlyDictionary<string, Func<Deployment, IEnumerable<string>>> All =
        new Dictionary<string, Func<Deployment, IEnumerable<string>>>
        {
            [nameof(AllowedValues)] = AllowedValues,
            [nameof(KnownRoles)] = KnownRoles,
            [nameof(SettingsThatAreRead)] = SettingsThatAreRead,
            [nameof(NoSettingThatFlexRefuses)] = NoSettingThatFlexRefuses,
            [nameof(TablesOfTheCode)] = TablesOfTheCode,
            [nameof(NoSecrets)] = NoSecrets,
            [nameof(Tags)] = Tags,
            [nameof(NoKeysNoPlainText)] = NoKeysNoPlainText,
            [nameof(TimersSchedules)] = TimersSchedules,
            [nameof(OneIdentity)] = OneIdentity,
            [nameof(Isolation)] = Isolation,
            [nameof(AlertsSayWhatToDo)] = AlertsSayWhatToDo,
            [nameof(QueriesNameTheCode)] = QueriesNameTheCode,
        };

    private static IEnumerable<string> AllowedValues(Deployment d) =>
        from rule in Allowed.All
        from resource in d.Of(rule.Type)
        from value in Deployment.At(resource, rule.Path)
        where !rule.Values.Contains(value.ToString(), StringComparer.Ordinal)
        select $"{rule.Type} {rule.Path}: {value}";

    private static IEnumerable<string> KnownRoles(Deployment d)
    {
        foreach (var grant in d.Of(Deployment.Role))
        {
            var id = Deployment.Text(grant, "properties/roleDefinitionId")!.Split('/')[^1];
            var scope = Deployment.Text(grant, "id")!;
            var target = Target().Match(scope).Groups[1].Value;
            var who =
                Deployment.Text(grant, "properties/principalType") == "ServicePrincipal"
                && Deployment
                    .Text(grant, "properties/principalId")!
                    .Contains("reference(", StringComparison.Ordinal)
                    ? "app"
                    : "person";
            var words = $"{who}: {RoleNames.GetValueOrDefault(id, id)} on {target}";
            if (!Grants.Contains(words))
            {
                yield return words;
            }
        }

        // And the app can do its work: blobs and tables, telemetry, and one way to send.
        var needed = d.Of(Deployment.Role)
            .Count(r => Deployment.Text(r, "properties/principalType") == "ServicePrincipal");
        if (needed != 4)
        {
            yield return $"the app has {needed} roles";
        }
    }

    private static IEnumerable<string> SettingsThatAreRead(Deployment d) =>
        d.Settings.Select(s => Code(s.Key)).Except(SettingNames.All).Except(OfTheHost);

    private static IEnumerable<string> NoSettingThatFlexRefuses(Deployment d) =>
        d
            .Settings.Select(s => s.Key)
            .Where(s =>
                s
                    is "FUNCTIONS_WORKER_RUNTIME"
                        or "FUNCTIONS_EXTENSION_VERSION"
                        or "WEBSITE_RUN_FROM_PACKAGE"
                        or "WEBSITE_TIME_ZONE"
                        or "TZ"
                        or "AzureWebJobsStorage"
            )
            .Concat(
                d.Of(Deployment.Site)
                    .SelectMany(s => Deployment.At(s, "properties/siteConfig").OfType<JsonObject>())
                    .SelectMany(c => c)
                    .Select(c => c.Key)
                    .Where(k => k is "alwaysOn" or "linuxFxVersion" or "appSettings")
            );

    private static IEnumerable<string> TablesOfTheCode(Deployment d)
    {
        var code = typeof(TableNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!)
            .ToList();
        var deployed = d.Of("Microsoft.Storage/storageAccounts/tableServices/tables")
            .Select(t => Deployment.Text(t, "name")!.Split('/')[^1])
            .ToList();
        return code.Except(deployed).Concat(deployed.Except(code));
    }

    private static IEnumerable<string> NoSecrets(Deployment d)
    {
        var outputs = d.Outputs.Select(o => (o.Key, Value: o.Value!.ToJsonString()));
        var settings = d.Settings.Select(s => (s.Key, Value: s.Value!.ToString()));
        foreach (var (name, value) in outputs.Concat(settings))
        {
            if (name == "APPLICATIONINSIGHTS_CONNECTION_STRING")
            {
                // It opens nothing as long as telemetry is taken from identities alone: see NoKeysNoPlainText.
                continue;
            }

            if (SecretValue().IsMatch(value))
            {
                yield return $"{name} holds {value}";
            }

            var isReference =
                value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal)
                && d.Of(Deployment.Vault).Any();
            if (SecretName().IsMatch(name) && !isReference)
            {
                yield return $"{name} is no reference to the vault";
            }
        }
    }

    private static IEnumerable<string> Tags(Deployment d) =>
        from resource in d.Resources
        let type = Deployment.Text(resource, "type")!
        where !Untagged.Any(u => type.StartsWith(u, StringComparison.Ordinal))
        where
            Deployment.Text(resource, "tags/azd-env-name") is null
            || Deployment.Text(resource, "tags/application") != "marketpulse"
            || (
                type == Deployment.Site
                && Deployment.Text(resource, "tags/azd-service-name") != "functions"
            )
        select type;

    private static IEnumerable<string> NoKeysNoPlainText(Deployment d)
    {
        (string Type, string Path, string Value)[] wanted =
        [
            (Deployment.Storage, "properties/allowSharedKeyAccess", "false"),
            (Deployment.Storage, "properties/allowBlobPublicAccess", "false"),
            (Deployment.Storage, "properties/supportsHttpsTrafficOnly", "true"),
            (Deployment.Storage, "properties/minimumTlsVersion", "TLS1_2"),
            (
                "Microsoft.Storage/storageAccounts/blobServices/containers",
                "properties/publicAccess",
                "None"
            ),
            (Deployment.Site, "properties/httpsOnly", "true"),
            (Deployment.Site, "properties/siteConfig/minTlsVersion", "1.2"),
            (Deployment.Site, "properties/siteConfig/ftpsState", "Disabled"),
            ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties/allow", "false"),
            ("Microsoft.Insights/components", "properties/DisableLocalAuth", "true"),
            (
                "Microsoft.OperationalInsights/workspaces",
                "properties/features/disableLocalAuth",
                "true"
            ),
            (
                "Microsoft.Communication/communicationServices",
                "properties/disableLocalAuth",
                "true"
            ),
            (Deployment.Vault, "properties/enableRbacAuthorization", "true"),
        ];
        return from w in wanted
            from resource in d.Of(w.Type)
            let found = Deployment.Text(resource, w.Path)
            where found != w.Value
            select $"{w.Type} {w.Path}: {found ?? "nothing"}";
    }

    private static IEnumerable<string> TimersSchedules(Deployment d)
    {
        foreach (var function in FunctionNames.All)
        {
            var setting = Schedules
                .SettingOf(function)
                .Replace(":", "__", StringComparison.Ordinal);
            var schedule = d.Settings[setting]?.ToString();
            if (
                schedule is null
                || CrontabSchedule.TryParse(schedule, new() { IncludingSeconds = true }) is null
            )
            {
                yield return $"{setting}: {schedule ?? "nothing"}";
            }
            else if (schedule != Schedules.Defaults[function])
            {
                // None of the parameter sets changes them.
                yield return $"{setting} is {schedule}, in the code {Schedules.Defaults[function]}";
            }
        }
    }

    private static IEnumerable<string> OneIdentity(Deployment d)
    {
        var identity = Deployment.Text(
            d.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Single(),
            "id"
        )!;
        var site = d.Of(Deployment.Site).Single();
        string?[] named =
        [
            site["identity"]?["userAssignedIdentities"]?.AsObject().Single().Key,
            Deployment.Text(
                site,
                "properties/functionAppConfig/deployment/storage/authentication/userAssignedIdentityResourceId"
            ),
            Deployment.Text(site, "properties/keyVaultReferenceIdentity"),
        ];
        foreach (var name in named.Where(n => n != identity))
        {
            yield return $"the site names {name ?? "no identity"}";
        }

        foreach (
            var setting in d.Settings.Where(s =>
                s.Key.EndsWith("ClientId", StringComparison.OrdinalIgnoreCase)
                && !s.Value!.ToString().Contains($"'{identity}'", StringComparison.Ordinal)
            )
        )
        {
            yield return $"{setting.Key} is another's";
        }
    }

    private static IEnumerable<string> Isolation(Deployment d)
    {
        var wanted = d.IsIsolated ? "Disabled" : "Enabled";
        foreach (var resource in d.Of(Deployment.Storage).Concat(d.Of(Deployment.Vault)))
        {
            if (Deployment.Text(resource, "properties/publicNetworkAccess") != wanted)
            {
                yield return $"{Deployment.Text(resource, "type")} is public";
            }
        }

        string[] parts =
        [
            .. d.Of("Microsoft.Network/privateEndpoints")
                .SelectMany(e =>
                    Deployment.At(
                        e,
                        "properties/privateLinkServiceConnections/*/properties/groupIds/*"
                    )
                )
                .Select(g => g.ToString())
                .Order(StringComparer.Ordinal),
        ];
        string[] needed =
            !d.IsIsolated ? []
            : d.Of(Deployment.Vault).Any() ? ["blob", "table", "vault"]
            : ["blob", "table"];
        if (!parts.SequenceEqual(needed))
        {
            yield return $"private endpoints: {string.Join(", ", parts)}";
        }

        var subnet = Deployment.Text(
            d.Of(Deployment.Site).Single(),
            "properties/virtualNetworkSubnetId"
        );
        if (subnet is not null != d.IsIsolated)
        {
            yield return $"the app's subnet: {subnet ?? "none"}";
        }
    }

    private static IEnumerable<string> AlertsSayWhatToDo(Deployment d) =>
        from alert in d.Of("Microsoft.Insights/metricAlerts")
            .Concat(d.Of("Microsoft.Insights/scheduledQueryRules"))
        let text = Deployment.Text(alert, "properties/description") ?? ""
        let told = Deployment
            .At(alert, "properties/actions/*/actionGroupId")
            .Concat(Deployment.At(alert, "properties/actions/actionGroups/*"))
        where !text.Contains(" Do: ", StringComparison.Ordinal) || !told.Any()
        select Deployment.Text(alert, "name");

    /// <summary>Alerts and the workbook look for what the code calls so: a renamed function would fall silent unseen.</summary>
    private static IEnumerable<string> QueriesNameTheCode(Deployment d)
    {
        var queries = d.Of("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(r => Deployment.At(r, "properties/criteria/allOf/*/query"))
            .Concat(
                d.Of("Microsoft.Insights/workbooks")
                    .Select(w => JsonNode.Parse(Deployment.Text(w, "properties/serializedData")!))
                    .SelectMany(w => Deployment.At(w, "items/*/content/query"))
            )
            .Select(q => q.ToString())
            .ToList();
        if (queries.Count == 0)
        {
            yield return "nothing is asked";
        }

        string[] known = [.. FunctionNames.All, .. Traces.Steps, Measures.Counted];
        foreach (
            var name in queries
                .SelectMany(q => Named().Matches(q))
                .SelectMany(m => Quoted().Matches(m.Value))
        )
        {
            if (!known.Contains(name.Groups[1].Value))
            {
                yield return $"a query looks for {name.Value}";
            }
        }
    }

    public static string Code(string setting) =>
        setting.Replace("__", ":", StringComparison.Ordinal);

    [GeneratedRegex(
        "AccountKey|SharedAccess|accesskey=|InstrumentationKey|Password=|[?&]sig=|list(Keys|ConnectionStrings|Secrets)|secure",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretValue();

    [GeneratedRegex(
        "password|secret|token|key$|webhookurl|connectionstring",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\bName (?:in \([^)]*\)|== ""[^""]*"")")]
    private static partial Regex Named();

    [GeneratedRegex(@"""([^""]*)""")]
    private static partial Regex Quoted();

    // The id's first part, be it text or within an expression: …/providers/NAMESPACE/TYPE/NAME.
    [GeneratedRegex(
        @"^(?:\[extensionResourceId\(')?/subscriptions/[^/]+/resourceGroups/[^/]+/providers/[^/]+/([^/]+)/"
    )]
    private static partial Regex Target();
}
