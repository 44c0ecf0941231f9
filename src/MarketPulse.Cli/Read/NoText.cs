namespace MarketPulse.Cli.Read;

/// <summary>Bytes that are no text, by how they begin. Pure.</summary>
internal static class NoText
{
    private const int Reach = 1024;

    /// <summary>What they are ("a PDF") and what to do instead; null for what may be a text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [] => "is empty. Give a file with the article's text.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Other(
                "a PDF",
                "copy its text into a file, or give the web page"
            ),
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [0xFF, 0xD8, 0xFF, ..]
            or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Other(
                "a picture or a recording",
                "type its text into a file"
            ),
            [(byte)'P', (byte)'K', 3, 4, ..] => Other(
                "a ZIP archive or an office document",
                "save it as plain text or as a web page"
            ),
            [0x1F, 0x8B, ..] => Other("packed by gzip", "unpack it"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Other("an office document", "save it as plain text"),
            _ => IsBinary(bytes) ? Other("no text", "give a text file or a web page") : null,
        };

    private static string Other(string what, string cure) =>
        $"is {what}, which can't be read: {cure}.";

    /// <summary>Zeros where no wide encoding has them, or many characters that no text has.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            return false;
        }

        var head = bytes[..Math.Min(bytes.Length, Reach)];
        var (even, odd, others) = (0, 0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
            else if (
                head[i]
                is < 0x20
                    and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A or 0x1B)
            )
            {
                others++;
            }
        }

        // UTF-16 without a mark has its zeros on one side.
        return (even > 0 && odd > 0) || others * 10 > head.Length;
    }
}
