namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Tells a month from the verb that is written as it.</summary>
internal static class MonthWords
{
    /// <summary>"May" is the month, "may" the verb.</summary>
    public static Phrase Meant(char first, ReadOnlySpan<char> plain, int end, Phrase phrase) =>
        phrase.Sense != (Sense.Month | Sense.Hypothetical) ? phrase
        : char.IsUpper(first)
        || (end + 1 < plain.Length && plain[end] == ' ' && char.IsAsciiDigit(plain[end + 1]))
            ? phrase with
            {
                Sense = Sense.Month,
            }
        : phrase with { Sense = Sense.Hypothetical };
}
