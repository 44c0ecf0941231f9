namespace MarketPulse.Announcements.Articles;

/// <summary>A text before its lines are told apart, and what markup said beside it.</summary>
/// <param name="Text">Lines are paragraphs.</param>
/// <param name="Title">From the markup; null where there is none, and the first line may be one.</param>
/// <param name="Published">From the markup; null where it says nothing.</param>
internal sealed record PageText(
    string Text,
    string? Title,
    WrittenDate? Published,
    Uri? CanonicalUrl,
    IReadOnlyList<string> Notes
)
{
    public static PageText Plain(string text) => new(text, null, null, null, []);
}
