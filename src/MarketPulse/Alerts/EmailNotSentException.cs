namespace MarketPulse.Alerts;

/// <summary>A sender did not take a message; the text names the sender and what it said, and never holds a secret.</summary>
/// <param name="message">Sender, answer, and the cure where there is one.</param>
/// <param name="failure">What to do with the message next.</param>
/// <param name="notBefore">When the sender says it may be asked again (UTC); null where it didn't say.</param>
public sealed class EmailNotSentException(
    string message,
    Exception? inner = null,
    SendFailure failure = SendFailure.Later,
    DateTimeOffset? notBefore = null
) : Exception(message, inner)
{
    public SendFailure Failure { get; } = failure;

    public DateTimeOffset? NotBefore { get; } = notBefore;
}
