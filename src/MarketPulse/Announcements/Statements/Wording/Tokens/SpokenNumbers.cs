namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Numbers in words: "three and a half", dreieinhalb.</summary>
internal static class SpokenNumbers
{
    private static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    /// <summary>The figure that a word of English names; null for another word.</summary>
    public static int? InEnglish(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < English.Length; i++)
        {
            if (word.SequenceEqual(English[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static readonly string[] German =
    [
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
        "zwanzig",
    ];

    /// <summary>The figure that a word of German names right before "Prozent": drei, dreieinhalb; null for another word.</summary>
    public static double? InGerman(ReadOnlySpan<char> word, ReadOnlySpan<char> behind)
    {
        if (!behind.StartsWith(" prozent", StringComparison.Ordinal))
        {
            return null;
        }

        var half = word.EndsWith("einhalb", StringComparison.Ordinal) && word.Length > 7;
        var whole = half ? word[..^7] : word;
        for (var i = 0; i < German.Length; i++)
        {
            if (whole.SequenceEqual(German[i]))
            {
                return half ? i + 0.5 : i;
            }
        }

        return null;
    }

    /// <summary>The length of " and a half"; 0 where it doesn't follow.</summary>
    public static int HalfBehind(ReadOnlySpan<char> behind) =>
        behind.StartsWith(" and a half", StringComparison.Ordinal)
        || behind.StartsWith("-and-a-half", StringComparison.Ordinal)
            ? 11
            : 0;
}
