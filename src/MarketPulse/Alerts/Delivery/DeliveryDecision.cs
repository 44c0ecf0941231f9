namespace MarketPulse.Alerts.Delivery;

/// <summary>What happens to a waiting message now, and why.</summary>
/// <param name="Reason">In words, for "why was I not mailed (yet)?"; empty where it is simply sent.</param>
/// <param name="DigestKey">The digest that it goes into, for <see cref="DeliveryStep.Digest"/>.</param>
public sealed record DeliveryDecision(
    Notification Notification,
    DeliveryStep Step,
    string Reason,
    string? DigestKey = null
);

public enum DeliveryStep
{
    Send,

    /// <summary>Stays where it is.</summary>
    Wait,

    /// <summary>Is told in a digest, together with others.</summary>
    Digest,

    /// <summary>Is put away untold.</summary>
    Silence,
}
