namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads the exchange's code behind a ticker.</summary>
internal static class ExchangeCodes
{
    /// <summary>How long the exchange's code behind a ticker is (NVDA.O, AMD.OQ, ASML.AS); 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> raw, int at)
    {
        if (at < 1 || !char.IsAsciiLetterUpper(raw[at - 1]) || at >= raw.Length || raw[at] != '.')
        {
            return 0;
        }

        var end = at + 1;
        while (end < raw.Length && char.IsAsciiLetterUpper(raw[end]))
        {
            end++;
        }

        return end - at is 2 or 3 && (end == raw.Length || !char.IsLetterOrDigit(raw[end]))
            ? end - at
            : 0;
    }
}
