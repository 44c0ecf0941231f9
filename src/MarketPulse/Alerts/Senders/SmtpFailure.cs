using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace MarketPulse.Alerts.Senders;

/// <summary>What a mail server's refusal means for the message. RFC 5321, 4.2.1: 4yz may go later, 5yz won't.</summary>
internal static class SmtpFailure
{
    /// <summary>Null for an exception that isn't the delivery's.</summary>
    public static SendFailure? Of(Exception error) =>
        error switch
        {
            SmtpCommandException { StatusCode: < (SmtpStatusCode)500 } => SendFailure.Later,
            SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
            } => SendFailure.Refused,
            SmtpCommandException => SendFailure.Settings,
            AuthenticationException { InnerException: SmtpCommandException inner } => Of(inner),
            AuthenticationException or SslHandshakeException => SendFailure.Settings,
            // No STARTTLS, no login, or no mechanism in common.
            NotSupportedException or ServiceNotAuthenticatedException => SendFailure.Settings,
            IOException or SocketException or TimeoutException => SendFailure.Later,
            ProtocolException or CommandException => SendFailure.Later,
            _ => null,
        };

    /// <summary>What was said, in one line, with the cure where the fault is on this side.</summary>
    public static string Words(Exception error)
    {
        var said = MailText.Line(error.Message, 300);
        return error switch
        {
            AuthenticationException =>
                $"{said} Check Email__SmtpUser and Email__SmtpPassword; many providers want an app password.",
            SslHandshakeException =>
                "its certificate isn't trusted or it speaks no TLS on this port. Check Email__SmtpHost, Email__SmtpPort (587 or 465) and Email__SmtpSecurity (StartTls or SslOnConnect).",
            NotSupportedException => $"{said} Check Email__SmtpSecurity and Email__SmtpUser.",
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } =>
                $"{said} Set Email__From to an address that this login may send from.",
            SmtpCommandException refused => $"{(int)refused.StatusCode} {said}",
            _ => said,
        };
    }
}
