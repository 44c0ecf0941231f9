using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads dates with points: 18.03.2025, in German 18.03. too, and 2025.03.18.</summary>
internal static class DottedDates
{
    /// <summary>Its length and its digits as yyyymmdd, the year 0 where none is given; a length of 0 where there is no such date.</summary>
    public static (int Length, int Number) Read(
        ReadOnlySpan<char> plain,
        int at,
        ArticleLanguage language
    )
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var (end, count, closed) = (at, 0, false);
        while (count < 3 && end < plain.Length && char.IsAsciiDigit(plain[end]))
        {
            var start = end;
            while (end < plain.Length && end - start < 4 && char.IsAsciiDigit(plain[end]))
            {
                parts[count] = (parts[count] * 10) + (plain[end++] - '0');
            }

            lengths[count++] = end - start;
            closed = count < 3 && end < plain.Length && plain[end] == '.';
            if (!closed)
            {
                break;
            }

            end++;
        }

        if (end < plain.Length && char.IsAsciiDigit(plain[end]))
        {
            return default;
        }

        var (year, month, day) =
            count == 3 && lengths[0] == 4 ? (parts[0], parts[1], parts[2])
            : count == 3 && lengths[2] == 4 ? (parts[2], parts[1], parts[0])
            : count == 2 && closed && language == ArticleLanguage.German && lengths[1] == 2
                ? (0, parts[1], parts[0])
            : default;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is 0 or >= 1990 and <= 2100
            ? (end - at, (year * 10000) + (month * 100) + day)
            : default;
    }
}
