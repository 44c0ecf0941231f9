namespace MarketPulse.Announcements.Articles;

/// <summary>A stretch of a page's text between block elements.</summary>
/// <param name="Tag">The element that opened it; null where it follows an end tag.</param>
/// <param name="Linked">Characters that stand in links.</param>
/// <param name="InArticle">Whether the page marks it as its article's.</param>
internal sealed record PageBlock(string Text, string? Tag, int Linked, bool InArticle)
{
    /// <summary>Chinese says in fifteen characters what takes English forty.</summary>
    private int Weight => Text.Sum(c => c >= '\u2E80' ? 3 : 1);

    public bool IsLinks => Linked * 2 > Text.Length;

    public bool IsProse =>
        !IsLinks
        && (
            Tag is "h1" or "h2" or "h3" or "figcaption" or "tr"
            || Weight >= (InArticle ? 20 : 40)
            || (
                Text.AsSpan().ContainsAnyInRange('0', '9')
                && WrittenDate.In(CharacterFold.Fold(Text)) is not null
            )
        );
}
