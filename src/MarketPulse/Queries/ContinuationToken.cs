using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Queries;

/// <summary>
/// Where a page ended, for the one who asks to hand back: opaque, and of use only for the very question it came with. It
/// holds a position in the answer's own order, so rows that come or go meanwhile neither shift nor repeat the others.
/// </summary>
internal static class ContinuationToken
{
    private const int PrintLength = 8;

    public static string? Of(string? position, string question) =>
        position is null
            ? null
            : Base64Url.EncodeToString([.. Print(question), .. Encoding.UTF8.GetBytes(position)]);

    /// <summary>The position that a token holds; null where none is given.</summary>
    /// <exception cref="QueryTextException">It isn't a token, or it belongs to another question.</exception>
    public static string? Read(string? token, string question)
    {
        if (token is null)
        {
            return null;
        }

        if (!Base64Url.IsValid(token))
        {
            throw Wrong("it is not a continuation token");
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return
            bytes.Length > PrintLength
            && bytes.AsSpan(0, PrintLength).SequenceEqual(Print(question))
            ? Encoding.UTF8.GetString(bytes.AsSpan(PrintLength))
            : throw Wrong("it belongs to another question");
    }

    private static ReadOnlySpan<byte> Print(string question) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, PrintLength);

    private static QueryTextException Wrong(string problem) =>
        new(
            QueryParameters.After.Name,
            problem,
            ["the token of the page before, with that page's other parameters"]
        );
}
