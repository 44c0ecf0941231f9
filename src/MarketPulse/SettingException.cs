namespace MarketPulse;

/// <summary>A setting that can't be used; the message names it and the cure.</summary>
public sealed class SettingException(string message, Exception? inner = null)
    : Exception(message, inner);
