namespace MarketPulse.Alerts.Senders;

/// <summary>Whose webhook it is, which decides the body that is posted.</summary>
public enum WebhookShape
{
    /// <summary>A topic of ntfy.sh or of one's own ntfy server.</summary>
    Ntfy,

    /// <summary>A Slack incoming webhook.</summary>
    Slack,

    /// <summary>A Microsoft Teams workflow "when a webhook request is received": an adaptive card.</summary>
    Teams,

    /// <summary>A Discord channel's webhook.</summary>
    Discord,
}
