namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>A word, a number or a sign of a sentence.</summary>
/// <param name="Start">Its place in the article's text.</param>
/// <param name="End">The place after it (exclusive).</param>
/// <param name="Sense">What the lexicon says of it.</param>
/// <param name="Symbol">For a name: the listing it means, <c>^</c> for an index, <c>-</c> for anything else; otherwise null.</param>
/// <param name="Number">Its value where it is a number, or a month's or weekday's number.</param>
/// <param name="Decimals">Decimals that a number is written with.</param>
/// <param name="Sign">A number's own sign: 1, −1, or 0 where it has none.</param>
internal readonly record struct Token(
    TokenSort Sort,
    int Start,
    int End,
    Sense Sense = Sense.None,
    string? Symbol = null,
    double Number = 0,
    int Decimals = 0,
    int Sign = 0
)
{
    public bool Is(Sense any) => (Sense & any) != 0;

    /// <summary>Whether it is a semicolon, which parts more than a comma does.</summary>
    public bool IsStop => Sort == TokenSort.Break && Sign == Stop;

    /// <summary>The mark that <see cref="Sign"/> bears on a semicolon.</summary>
    public const int Stop = 9;

    public bool IsNumber => Sort == TokenSort.Number;

    public bool IsName => Symbol is not null;

    /// <summary>Its words as they are written in the article's text, without a copy of them.</summary>
    public ReadOnlySpan<char> Word(string text) => text.AsSpan(Start, End - Start);

    /// <summary>Whether its words are some of these, however they are capitalised.</summary>
    public bool IsAny(string text, params ReadOnlySpan<string> words)
    {
        var own = Word(text);
        foreach (var word in words)
        {
            if (own.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

internal enum TokenSort
{
    /// <summary>A wording of the lexicon.</summary>
    Known,

    /// <summary>A word that isn't in the lexicon.</summary>
    Word,

    /// <summary>Such a word that begins with a capital.</summary>
    Capitalised,

    /// <summary>A word of two to five capitals.</summary>
    Capitals,

    /// <summary>Characters of Chinese that aren't in the lexicon.</summary>
    Characters,
    Number,

    /// <summary>A number that is part of something else: 10x, 4Q, 1/2.</summary>
    AttachedNumber,

    /// <summary>A comma, a colon, a bracket, a dash.</summary>
    Break,
    Other,
}
