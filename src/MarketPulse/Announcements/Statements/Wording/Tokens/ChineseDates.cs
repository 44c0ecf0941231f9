namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Tells the numerals of dates: 十八日, 三月十八日, 二十八號.</summary>
internal static class ChineseDates
{
    /// <summary>The numeral of a month or a day at a position; a length of 0 where there is none.</summary>
    public static (int Length, double Value) Read(ReadOnlySpan<char> plain, int at)
    {
        var (length, value, decimals) = ChineseNumerals.Read(plain, at);
        var end = at + length;
        if (length is 0 or > 3 || decimals > 0 || value is < 1 or > 31 || end >= plain.Length)
        {
            return default;
        }

        var dated = IsDay(plain, end)
            ? length > 1 || (at > 0 && plain[at - 1] == '月')
            : plain[end] == '月'
                && ChineseNumerals.Read(plain, end + 1) is { Length: > 0 and <= 3 } day
                && IsDay(plain, end + 1 + day.Length);
        return dated ? (length, value) : default;
    }

    /// <summary>十日 alone; 五十日线 and 三十日内 are spans.</summary>
    private static bool IsDay(ReadOnlySpan<char> plain, int at) =>
        at < plain.Length
        && plain[at] is '日' or '号'
        && !(
            at + 1 < plain.Length && plain[at + 1] is '线' or '均' or '内' or '移' or '间' or '来'
        );
}
