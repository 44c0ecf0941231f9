namespace MarketPulse.Alerts;

/// <summary>Why a message didn't go, as far as it decides what to do with it next.</summary>
public enum SendFailure
{
    /// <summary>It may well go later: the network, a busy or broken server, a quota that is used up.</summary>
    Later,

    /// <summary>No message will go until somebody mends a setting, a login, a role or a certificate; none is to blame or lost.</summary>
    Settings,

    /// <summary>This very message will never be taken: its recipient or its content was turned down for good.</summary>
    Refused,
}
