namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads words of letters that the lexicon doesn't have: spoken numbers, and whether a name may be meant.</summary>
internal static class WordTokens
{
    public static Token Of(ReadOnlySpan<char> raw, ReadOnlySpan<char> plain, int at)
    {
        var end = at + 1;
        while (end < plain.Length && PriceLexicon.IsWord(plain[end]))
        {
            end++;
        }

        if (SpokenNumbers.InEnglish(plain[at..end]) is { } spoken)
        {
            var half = SpokenNumbers.HalfBehind(plain[end..]);
            return half > 0
                ? new(TokenSort.Number, at, end + half, Number: spoken + 0.5)
                : new(TokenSort.Number, at, end, Number: spoken);
        }

        if (SpokenNumbers.InGerman(plain[at..end], plain[end..]) is { } german)
        {
            return new(TokenSort.Number, at, end, Number: german);
        }

        var capitals = true;
        foreach (var c in raw[at..end])
        {
            capitals &= char.IsAsciiLetterUpper(c);
        }

        return new(
            capitals && end - at is >= 2 and <= 5 ? TokenSort.Capitals
                : char.IsUpper(raw[at]) ? TokenSort.Capitalised
                : TokenSort.Word,
            at,
            end
        );
    }
}
