namespace MarketPulse.Feeds;

/// <summary>Tells simplified Chinese in GB2312's bytes from other text that isn't UTF-8.</summary>
internal static class ChineseBytes
{
    private const int Enough = 8;

    /// <summary>
    /// Whether most pairs of high bytes are GB2312's common characters (first byte B0 to D7, by pinyin), and enough of them beyond
    /// C8, where Korean's end: Big5 and Shift-JIS have low second bytes, Japanese in EUC is mostly kana below B0.
    /// </summary>
    public static bool AreLikely(ReadOnlySpan<byte> body)
    {
        var (pairs, common, late) = (0, 0, 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] < 0x80)
            {
                continue;
            }

            pairs++;
            if (i + 1 < body.Length && body[i + 1] >= 0xA1)
            {
                common += body[i] is >= 0xB0 and <= 0xD7 ? 1 : 0;
                late += body[i] is > 0xC8 and <= 0xD7 ? 1 : 0;
            }

            i++;
        }

        return pairs >= Enough && common * 10 > pairs * 6 && late * 10 > pairs;
    }
}
