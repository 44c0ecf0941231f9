namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Tells where a figure of a Chinese text ends: 市盈率39.3，52周… has a comma between two, without a blank.</summary>
internal static class GluedNumbers
{
    /// <summary>The place that the figure can't go beyond: a comma behind decimals, or one that no three digits follow.</summary>
    public static int End(ReadOnlySpan<char> plain, int at)
    {
        var point = false;
        for (var i = at; i < plain.Length; i++)
        {
            if (plain[i] == ',' && (point || !IsThousands(plain, i + 1)))
            {
                return i;
            }

            if (!char.IsAsciiDigit(plain[i]) && plain[i] is not ('.' or ','))
            {
                return plain.Length;
            }

            point |= plain[i] == '.';
        }

        return plain.Length;
    }

    private static bool IsThousands(ReadOnlySpan<char> plain, int at) =>
        at + 3 <= plain.Length
        && char.IsAsciiDigit(plain[at])
        && char.IsAsciiDigit(plain[at + 1])
        && char.IsAsciiDigit(plain[at + 2])
        && !(at + 3 < plain.Length && char.IsAsciiDigit(plain[at + 3]));
}
