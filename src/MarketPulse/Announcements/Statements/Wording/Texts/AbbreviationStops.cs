namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Tells full stops that only shorten a word or make an ordinal.</summary>
internal static class AbbreviationStops
{
    public static bool Are(string text, int at, int start, int next, int end)
    {
        var word = at;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        if (word == at)
        {
            // "18. März": an ordinal of German, of one or two digits.
            var digits = at;
            while (digits > start && char.IsAsciiDigit(text[digits - 1]))
            {
                digits--;
            }

            return at - digits is 1 or 2
                && (digits == start || text[digits - 1] == ' ')
                && IsMonth(text.AsSpan(next, Math.Min(3, end - next)));
        }

        // "U.S." is a letter and a stop.
        return at - word == 1
            || (at - word <= 6 && Abbreviations.Are(text.AsSpan(word, at - word)));
    }

    private static bool IsMonth(ReadOnlySpan<char> word) =>
        word
            is "Jan"
                or "Jän"
                or "Feb"
                or "Mär"
                or "Mae"
                or "Apr"
                or "Mai"
                or "Jun"
                or "Jul"
                or "Aug"
                or "Sep"
                or "Okt"
                or "Nov"
                or "Dez";
}
