using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>Bytes → text, by byte order mark, then UTF-8 where it holds, then what is declared, then what reads most like Chinese.</summary>
/// <remarks>
/// UTF-8 comes before a declared charset because text of another encoding hardly ever is valid UTF-8, while pages whose
/// declaration is wrong are common. Undecodable bytes become U+FFFD; nothing throws.
/// </remarks>
internal static partial class TextEncoding
{
    private const int HeadLength = 2048;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>The text without its mark, and the encoding's name where it isn't UTF-8.</returns>
    public static (string Text, string? Encoding) Decode(
        ReadOnlySpan<byte> bytes,
        string? contentType
    )
    {
        if (ByMark(bytes) is { } marked)
        {
            return (
                marked.Encoding.GetString(bytes[marked.Length..]),
                marked.Encoding is UTF8Encoding ? null : marked.Encoding.WebName
            );
        }

        if (WithoutMark(bytes) is { } wide)
        {
            return (wide.GetString(bytes), wide.WebName);
        }

        try
        {
            return (StrictUtf8.GetString(Whole(bytes)), null);
        }
        catch (DecoderFallbackException) { }

        var chosen = Declared(contentType) ?? Declared(Head(bytes)) ?? Likeliest(bytes);
        return (chosen.GetString(bytes), chosen is UTF8Encoding ? null : chosen.WebName);
    }

    private static (Encoding Encoding, int Length)? ByMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    /// <summary>UTF-16 without a mark: every other byte of Latin text is zero.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [not 0, 0, not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>The bytes without a character cut off at their end.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes)
    {
        var lead = bytes.Length - 1;
        while (lead > 0 && lead > bytes.Length - 4 && (bytes[lead] & 0xC0) == 0x80)
        {
            lead--;
        }

        var length =
            lead < 0 ? 1
            : bytes[lead] >= 0xF0 ? 4
            : bytes[lead] >= 0xE0 ? 3
            : bytes[lead] >= 0xC0 ? 2
            : 1;
        return lead >= 0 && lead + length > bytes.Length && length > 1 ? bytes[..lead] : bytes;
    }

    private static string Head(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(HeadLength, bytes.Length)]);

    private static Encoding? Declared(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var name =
            MediaTypeHeaderValue.TryParse(text, out var type) && type.CharSet is { } charset
                ? charset.Trim('"')
            : CharsetName().Match(text) is { Success: true } match ? match.Groups[1].Value
            : null;
        // Chinese pages call all of these GB2312 and write characters of the widest.
        return name?.ToLowerInvariant() switch
        {
            null or "" => null,
            "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936" => Named("gb18030"),
            "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => Named("windows-1252"),
            // What UTF-8 could not be is not UTF-8, whatever it says.
            "utf-8" or "utf8" => null,
            var other => Named(other),
        };
    }

    /// <summary>GB18030 or Big5 where one of them decodes nearly everything, into common characters; else Windows-1252.</summary>
    private static Encoding Likeliest(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(64 * 1024, bytes.Length)];
        var high = 0;
        foreach (var b in sample)
        {
            high += b >= 0x80 ? 1 : 0;
        }

        var gb = Common(Named("gb18030")!, sample);
        var big5 = Common(Named("big5")!, sample);
        return Math.Max(gb, big5) * 2 < high * 0.5 ? Encoding.UTF8.Or(sample)
            : gb >= big5 ? Named("gb18030")!
            : Named("big5")!;
    }

    /// <summary>Bytes that only few errors spoil stay UTF-8; otherwise they are a Western page's.</summary>
    private static Encoding Or(this Encoding utf8, ReadOnlySpan<byte> sample)
    {
        var text = utf8.GetString(sample);
        var wide = text.Count(c => c >= 0x80);
        return text.Count(c => c == '\uFFFD') * 4 <= wide ? utf8 : Named("windows-1252")!;
    }

    /// <summary>How many characters are of the thousand or so that every text is made of, by the signs that only texts have.</summary>
    private static int Common(Encoding encoding, ReadOnlySpan<byte> sample) =>
        encoding.GetString(sample).Count(c => Frequent.Contains(c, StringComparison.Ordinal))
        * Weight;

    // The commonest characters of Chinese news, both scripts: about a quarter of any text's characters.
    private const string Frequent =
        "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内數数正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系係军軍很情者最立代想已通并直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据處处，。、“”「」：";

    private const int Weight = 4;

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CharsetName();
}
