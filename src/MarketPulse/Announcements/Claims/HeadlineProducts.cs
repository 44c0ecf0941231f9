using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims.Wording;

namespace MarketPulse.Announcements.Claims;

/// <summary>The products that a headline presents, for sentences that say "it" or "first systems". Pure.</summary>
internal sealed class HeadlineProducts
{
    private readonly ReadableText _text;
    private readonly ClaimSubjects _subjects;
    private readonly int _titleLength;
    private readonly ImmutableArray<string> _names;

    /// <param name="titleLength">The headline ends here in the text.</param>
    public HeadlineProducts(ReadableText text, ClaimSubjects subjects, int titleLength)
    {
        (_text, _subjects, _titleLength) = (text, subjects, titleLength);
        var title = text.Text.AsSpan(0, Math.Min(titleLength, text.Text.Length));
        var verb = ClaimWords.Find(title, ClaimWord.Coming | ClaimWord.Told);
        _names = verb < 0 ? [] : [.. Leading(new(verb, title.Length))];
    }

    /// <summary>The product that the headline presents first; null where it presents none.</summary>
    public string? First => _names.FirstOrDefault();

    /// <summary>
    /// What "it" means in a sentence: of the headline's products the one that the sentence before names first, or the headline's
    /// first where that sentence names none; null where it speaks of other products.
    /// </summary>
    public string? LastSpokenOf(int sentence)
    {
        if (sentence == 0 || _text.Sentences[sentence - 1].Start < _titleLength)
        {
            return First;
        }

        ImmutableArray<string> before = [.. Leading(_text.Sentences[sentence - 1])];
        return before.IsEmpty ? First : before.FirstOrDefault(n => _names.Contains(n));
    }

    private IEnumerable<string> Leading(TextSpan within) =>
        _subjects.Products(within).Where(_subjects.IsLeading).Select(m => m.Name);
}
