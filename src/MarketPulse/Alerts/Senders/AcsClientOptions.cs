using Azure.Core;

namespace MarketPulse.Alerts.Senders;

/// <summary>How the pipeline to Communication Services behaves: no attempt of its own beyond the first, as the outbox' are the patient ones.</summary>
internal sealed class AcsClientOptions : ClientOptions
{
    public AcsClientOptions()
    {
        Retry.MaxRetries = 0;
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
    }
}
