namespace MarketPulse.Infra.Tests;

/// <summary>
/// The values that Azure takes, by its resource references (learn.microsoft.com/azure/templates, a page a resource type); Bicep
/// passes on any other. Where fewer are listed there than Azure takes, they are those that this deployment may have.
/// </summary>
/// <param name="Path">Steps divided by <c>/</c>; <c>*</c> is each member or item.</param>
internal sealed record Allowed(string Type, string Path, params string[] Values)
{
    private const string Metric = "Microsoft.Insights/metricAlerts";
    private const string Query = "Microsoft.Insights/scheduledQueryRules";
    private const string Budget = "Microsoft.Consumption/budgets";
    private const string Domain = "Microsoft.Communication/emailServices/domains";
    private const string App = "properties/functionAppConfig/";

    private static readonly string[] OnOff = ["Enabled", "Disabled"];
    private static readonly string[] Actions = ["Allow", "Deny"];
    private static readonly string[] Compare =
    [
        "Equals",
        "GreaterThan",
        "GreaterThanOrEqual",
        "LessThan",
        "LessThanOrEqual",
    ];
    private static readonly string[] Spans =
    [
        "PT1M",
        "PT5M",
        "PT10M",
        "PT15M",
        "PT30M",
        "PT1H",
        "PT2H",
        "PT3H",
        "PT6H",
        "PT12H",
        "P1D",
    ];
    private static readonly string[] Bypasses = ["None", "AzureServices"];

    public static readonly IReadOnlyList<Allowed> All =
    [
        new(Deployment.Storage, "kind", "StorageV2"),
        new(Deployment.Storage, "sku/name", "Standard_LRS", "Standard_ZRS", "Standard_GRS"),
        new(Deployment.Storage, "properties/accessTier", "Hot", "Cool", "Cold"),
        new(Deployment.Storage, "properties/minimumTlsVersion", "TLS1_2", "TLS1_3"),
        new(Deployment.Storage, "properties/publicNetworkAccess", OnOff),
        new(Deployment.Storage, "properties/networkAcls/bypass", Bypasses),
        new(Deployment.Storage, "properties/networkAcls/defaultAction", Actions),
        new(
            "Microsoft.Storage/storageAccounts/blobServices/containers",
            "properties/publicAccess",
            "None"
        ),
        new("Microsoft.Web/serverfarms", "sku/name", "FC1"),
        new("Microsoft.Web/serverfarms", "sku/tier", "FlexConsumption"),
        new("Microsoft.Web/serverfarms", "kind", "functionapp"),
        new(Deployment.Site, "kind", "functionapp,linux"),
        new(Deployment.Site, "identity/type", "UserAssigned"),
        new(Deployment.Site, "properties/siteConfig/ftpsState", "Disabled", "FtpsOnly"),
        new(Deployment.Site, "properties/siteConfig/minTlsVersion", "1.2", "1.3"),
        new(Deployment.Site, App + "deployment/storage/type", "blobContainer"),
        new(
            Deployment.Site,
            App + "deployment/storage/authentication/type",
            "UserAssignedIdentity"
        ),
        new(Deployment.Site, App + "runtime/name", "dotnet-isolated"),
        new(Deployment.Site, App + "runtime/version", "10.0"),
        new(Deployment.Site, App + "scaleAndConcurrency/instanceMemoryMB", "512", "2048", "4096"),
        new(Deployment.Site, App + "scaleAndConcurrency/maximumInstanceCount", "40", "100", "1000"),
        new("Microsoft.OperationalInsights/workspaces", "properties/sku/name", "PerGB2018"),
        new(
            "Microsoft.OperationalInsights/workspaces",
            "properties/workspaceCapping/dailyQuotaGb",
            "0.1"
        ),
        new("Microsoft.Insights/components", "kind", "web"),
        new("Microsoft.Insights/components", "properties/Application_Type", "web", "other"),
        new(
            Domain,
            "properties/domainManagement",
            "AzureManaged",
            "CustomerManaged",
            "CustomerManagedInExchangeOnline"
        ),
        new(Domain, "properties/userEngagementTracking", OnOff),
        new(Domain, "location", "global"),
        new("Microsoft.Communication/communicationServices", "location", "global"),
        new(
            "Microsoft.Communication/communicationServices",
            "properties/dataLocation",
            "United States",
            "Europe",
            "UK"
        ),
        new(Deployment.Role, "properties/principalType", "ServicePrincipal", "User", "Group"),
        new(Deployment.Vault, "properties/sku/family", "A"),
        new(Deployment.Vault, "properties/sku/name", "standard"),
        new(Deployment.Vault, "properties/publicNetworkAccess", OnOff),
        new(Deployment.Vault, "properties/networkAcls/bypass", Bypasses),
        new(Deployment.Vault, "properties/networkAcls/defaultAction", Actions),
        new("Microsoft.Insights/workbooks", "kind", "shared"),
        // At most twelve characters.
        new("Microsoft.Insights/actionGroups", "properties/groupShortName", "MarketPulse"),
        new(
            Metric,
            "properties/criteria/odata.type",
            "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria"
        ),
        new(Metric, "properties/criteria/allOf/*/criterionType", "StaticThresholdCriterion"),
        new(Metric, "properties/criteria/allOf/*/metricName", "requests/failed"),
        new(Metric, "properties/criteria/allOf/*/operator", Compare),
        new(
            Metric,
            "properties/criteria/allOf/*/timeAggregation",
            "Average",
            "Count",
            "Maximum",
            "Minimum",
            "Total"
        ),
        new(Metric, "properties/severity", "0", "1", "2", "3", "4"),
        new(Metric, "properties/evaluationFrequency", "PT1M", "PT5M", "PT15M", "PT30M", "PT1H"),
        new(
            Metric,
            "properties/windowSize",
            "PT1M",
            "PT5M",
            "PT15M",
            "PT30M",
            "PT1H",
            "PT6H",
            "PT12H",
            "P1D"
        ),
        new(Query, "kind", "LogAlert"),
        new(Query, "properties/criteria/allOf/*/operator", Compare),
        new(
            Query,
            "properties/criteria/allOf/*/timeAggregation",
            "Average",
            "Count",
            "Maximum",
            "Minimum",
            "Total"
        ),
        new(Query, "properties/severity", "0", "1", "2", "3", "4"),
        new(Query, "properties/evaluationFrequency", Spans),
        new(Query, "properties/windowSize", Spans),
        new(Budget, "properties/category", "Cost"),
        new(Budget, "properties/timeGrain", "Monthly", "Quarterly", "Annually"),
        new(
            Budget,
            "properties/notifications/*/operator",
            "EqualTo",
            "GreaterThan",
            "GreaterThanOrEqualTo"
        ),
        new(Budget, "properties/notifications/*/thresholdType", "Actual", "Forecasted"),
        new(
            "Microsoft.Network/virtualNetworks",
            "properties/subnets/*/properties/delegations/*/properties/serviceName",
            "Microsoft.App/environments"
        ),
        new(
            "Microsoft.Network/virtualNetworks",
            "properties/subnets/*/properties/privateEndpointNetworkPolicies",
            "Disabled",
            "Enabled",
            "NetworkSecurityGroupEnabled",
            "RouteTableEnabled"
        ),
        new("Microsoft.Network/privateDnsZones", "location", "global"),
    ];
}
