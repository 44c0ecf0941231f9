using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MarketPulse.Storage;

/// <summary>Where the tables are: configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A connection string; <c>UseDevelopmentStorage=true</c> means Azurite on its default port.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The table endpoint (<c>https://ACCOUNT.table.core.windows.net</c>), reached with a managed identity or the developer's own login.</summary>
    public string? TableEndpoint { get; set; }

    /// <summary>The client id of a user-assigned identity; empty for the default one.</summary>
    public string? ClientId { get; set; }

    /// <summary>Without settings of its own, the account that the Functions host keeps its leases in serves the tables too.</summary>
    internal void FallBackTo(IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(ConnectionString) || !string.IsNullOrEmpty(TableEndpoint))
        {
            return;
        }

        if (configuration["AzureWebJobsStorage:accountName"] is { Length: > 0 } account)
        {
            TableEndpoint = $"https://{account}.table.core.windows.net";
            ClientId ??= configuration["AzureWebJobsStorage:clientId"];
        }
        else
        {
            ConnectionString = configuration["AzureWebJobsStorage"];
        }
    }

    internal sealed class Check : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
            (options.ConnectionString, options.TableEndpoint) switch
            {
                (null or "", null or "") => ValidateOptionsResult.Fail(
                    "Neither Storage:ConnectionString nor Storage:TableEndpoint is set. Set Storage__TableEndpoint to https://ACCOUNT.table.core.windows.net (Azure), or Storage__ConnectionString to UseDevelopmentStorage=true (Azurite)."
                ),
                (not (null or ""), not (null or "")) => ValidateOptionsResult.Fail(
                    "Both Storage:ConnectionString and Storage:TableEndpoint are set. Keep one: the endpoint in Azure, the connection string locally."
                ),
                (_, { Length: > 0 } endpoint)
                    when !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
                        || uri.Scheme != Uri.UriSchemeHttps => ValidateOptionsResult.Fail(
                    $"Storage:TableEndpoint '{endpoint}' is not an https address. Set it to https://ACCOUNT.table.core.windows.net."
                ),
                ({ Length: > 0 } connection, _)
                    when TableStorage.Problem(connection) is { } problem =>
                    ValidateOptionsResult.Fail(
                        $"Storage:ConnectionString is not a connection string ({problem}). Copy it from the storage account's access keys, or set UseDevelopmentStorage=true for Azurite."
                    ),
                _ => ValidateOptionsResult.Success,
            };
    }
}
