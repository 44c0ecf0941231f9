namespace MarketPulse.Announcements.Articles;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">The first character's index, counted in UTF-16 code units.</param>
/// <param name="End">The index after the last character (exclusive).</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The characters that the span covers.</summary>
    public string Of(string text) => text[Start..End];

    public bool Covers(int index) => index >= Start && index < End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest stretch that covers both.</summary>
    public TextSpan With(TextSpan other) =>
        new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>A stretch without the white space at its ends; empty, at <paramref name="start"/>, where there is nothing else.</summary>
    public static TextSpan Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new(start, end);
    }
}
