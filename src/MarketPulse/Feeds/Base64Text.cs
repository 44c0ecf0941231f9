using System.Text;

namespace MarketPulse.Feeds;

/// <summary>Text that Atom 0.3 lets be written in base64.</summary>
internal static class Base64Text
{
    /// <summary>The text, or the input where it isn't base64.</summary>
    public static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, length))
            : text;
    }
}
