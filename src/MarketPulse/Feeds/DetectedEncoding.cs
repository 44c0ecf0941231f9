using System.Text;
using UtfUnknown;

namespace MarketPulse.Feeds;

/// <summary>Which encoding bytes are in that nothing declares, by how often they follow each other (Mozilla's detector).</summary>
internal static class DetectedEncoding
{
    /// <summary>Bytes that are looked at, from the first one on that isn't ASCII.</summary>
    public const int Reach = 64 * 1024;

    private const float SureOfEastAsian = 0.9f;
    private const float SureOfCyrillic = 0.7f;

    /// <summary>
    /// An East Asian or Cyrillic encoding where the bytes are plainly in it, else null: between Western ones the detector guesses,
    /// and there Windows-1252 is right more often.
    /// </summary>
    /// <param name="body">Bytes that aren't UTF-8.</param>
    public static Encoding? Of(ReadOnlySpan<byte> body)
    {
        var first = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
        {
            return null;
        }

        var rest = body[first..];
        var found = CharsetDetector
            .DetectFromBytes(rest[..Math.Min(rest.Length, Reach)].ToArray())
            .Detected;
        var (name, sure) = found?.EncodingName switch
        {
            "gb18030" or "hz-gb-2312" => ("gb18030", SureOfEastAsian),
            "big5" => ("big5", SureOfEastAsian),
            "euc-kr" or "ks_c_5601-1987" or "uhc" => ("euc-kr", SureOfEastAsian),
            "euc-jp" => ("euc-jp", SureOfEastAsian),
            "shift-jis" => ("shift_jis", SureOfEastAsian),
            "koi8-r" => ("koi8-r", SureOfCyrillic),
            "windows-1251" => ("windows-1251", SureOfCyrillic),
            _ => ("", 2f),
        };
        return found?.Confidence >= sure ? EncodingNames.Find(name) : null;
    }
}
