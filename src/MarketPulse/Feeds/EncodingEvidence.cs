using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>What bytes say of their own encoding.</summary>
internal static partial class EncodingEvidence
{
    /// <summary>
    /// Characters of several bytes from which on bytes that are valid UTF-8 are taken for it against a declaration. Text of
    /// another encoding passes for one such character now and then, hardly ever for this many and no wrong one.
    /// </summary>
    public const int EvidentCharacters = 4;

    private const int DeclarationReach = 1024;

    /// <summary>Whether bytes are UTF-8 by all that is said of them, which leaves nothing to weigh; a mark may stand before them.</summary>
    /// <param name="charset">What the server says, or null.</param>
    /// <param name="mark">The mark's length.</param>
    public static bool IsPlainlyUtf8(ReadOnlySpan<byte> body, string? charset, out int mark)
    {
        if (
            (EncodingMarks.Mark(body, out mark) ?? Encoding.UTF8).CodePage != Encoding.UTF8.CodePage
            || EncodingMarks.Shape(body) is not null
        )
        {
            return false;
        }

        var declared = Declared(body);
        if (mark == 0 && Ascii.IsValid(body))
        {
            // It says the same in each of these, whatever the server says: EDGAR declares Latin-1.
            return declared is null || AsciiKin.Contains(declared);
        }

        return (charset is null || IsUtf8(charset))
            && (declared is null || IsUtf8(declared))
            && (
                mark > 0
                || (charset ?? declared) is not null
                || (IsUtf8(body, out var characters) && characters >= EvidentCharacters)
            );
    }

    /// <summary>Encodings that XmlReader knows by itself and that begin as ASCII does.</summary>
    private static readonly HashSet<string> AsciiKin = new(StringComparer.OrdinalIgnoreCase)
    {
        "utf-8",
        "us-ascii",
        "iso-8859-1",
    };

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether bytes are valid UTF-8, and how many characters of several bytes they have.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> body, out int characters)
    {
        characters = 0;
        var rest = body;
        while (true)
        {
            var next = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                return true;
            }

            rest = rest[next..];
            if (Rune.DecodeFromUtf8(rest, out _, out var read) != OperationStatus.Done)
            {
                // A document cut off by a limit may end in the middle of a character.
                return read == rest.Length && read < 4 && characters > 0;
            }

            characters++;
            rest = rest[read..];
        }
    }

    /// <summary>The encoding that an XML declaration or a page's meta element names, as it is written.</summary>
    public static string? Declared(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, DeclarationReach)]);
        var match = Declaration().Match(start);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(
        """(?:<\?xml[^>]*?encoding|<meta[^>]*?charset)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();
}
