using System.Text;

namespace MarketPulse.Feeds;

/// <summary>Encodings by the names that servers and documents give them.</summary>
internal static class EncodingNames
{
    /// <summary>The encoding that is meant by a name, as the web means it; null for none, an unknown one and UTF-7.</summary>
    public static Encoding? Find(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        // What the web means by these labels (WHATWG Encoding Standard, section 4.2).
        var known = label switch
        {
            null or "" => null,
            "utf8" or "us-ascii" or "ascii" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "latin1" or "iso_8859-1" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" => "gb18030",
            "sjis" or "shift-jis" or "x-sjis" or "ms_kanji" or "cp932" => "shift_jis",
            "big5-hkscs" => "big5",
            "ks_c_5601-1987" or "euc_kr" or "uhc" => "euc-kr",
            // A document that could be read as ASCII up to here is in neither of these.
            "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "u16" or "utf_16" => "utf-8",
            _ => label.StartsWith("cp125", StringComparison.Ordinal)
                ? "windows-" + label[2..]
                : label,
        };
        if (known is null)
        {
            return null;
        }

        if (CodePagesEncodingProvider.Instance.GetEncoding(known) is { } page)
        {
            return page;
        }

        try
        {
            // UTF-7 is refused here, as it should be.
            return known == "utf-7" ? null : Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
