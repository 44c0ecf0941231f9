using Azure.Core;
using Azure.Identity;

namespace MarketPulse.Storage;

/// <summary>Who this program is towards Azure: an identity, never a key.</summary>
internal static class AzureCredential
{
    /// <summary>The user-assigned identity of a client id; without one, the app's own identity or the developer's login.</summary>
    public static TokenCredential Of(string? clientId) =>
        string.IsNullOrEmpty(clientId)
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
