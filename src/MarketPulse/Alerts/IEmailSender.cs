using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>A way out for messages (IO).</summary>
public interface IEmailSender
{
    /// <summary>Hands a message over. Handing the same message over twice must not show it twice where that can be avoided.</summary>
    /// <param name="message">Carries its own Message-ID and date.</param>
    /// <param name="name">A short name of the message, fit for a file.</param>
    /// <returns>What the taker calls it: a file's name, or the server's answer.</returns>
    /// <exception cref="EmailNotSentException">It was not taken; it may be tried again.</exception>
    Task<string> SendAsync(MimeMessage message, string name, CancellationToken cancellation);
}
