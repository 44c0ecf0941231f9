namespace MarketPulse.Alerts;

/// <summary>A sender did not take a message; the message names the sender and what it said.</summary>
public sealed class EmailNotSentException(string message, Exception? inner = null)
    : Exception(message, inner);
