using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Alerts.Senders;

/// <summary>The id under which a provider knows one message, on every attempt the same.</summary>
internal static class OperationId
{
    /// <summary>A GUID of a Message-ID: version 8 of RFC 9562, the first 122 free bits of its SHA-256.</summary>
    public static Guid Of(string messageId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(messageId))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
