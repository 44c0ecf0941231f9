using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Lexicons;

/// <summary>The names that are looked for in texts, and where they stand.</summary>
/// <remarks>
/// Of names that begin at one place the longest wins ("Blackwell Ultra", not "Blackwell"). A Latin name is a word of its own,
/// with its capitals, or all in capitals; a Chinese one needs no spaces around it.
/// </remarks>
public sealed class Lexicon
{
    /// <summary>Shorter names are not looked for in capitals: "ARM" and "META" are words of headlines.</summary>
    private const int ShortestInCapitals = 5;

    private readonly SearchValues<string> _search;
    private readonly FrozenDictionary<char, (string Spelling, LexiconEntry Entry)[]> _byFirst;

    /// <param name="entries">As <see cref="LexiconFile"/> has checked them; of two with one spelling the first counts.</param>
    public Lexicon(ImmutableArray<LexiconEntry> entries)
    {
        Entries = entries;
        var spellings = entries
            .SelectMany(e => Spellings(e).Select(s => (Spelling: CharacterFold.Fold(s), Entry: e)))
            .DistinctBy(s => s.Spelling)
            .ToList();
        _search = SearchValues.Create(
            [.. spellings.Select(s => s.Spelling)],
            StringComparison.Ordinal
        );
        _byFirst = spellings
            .GroupBy(s => s.Spelling[0])
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(s => s.Spelling.Length).ToArray()
            );
    }

    public ImmutableArray<LexiconEntry> Entries { get; }

    /// <summary>Every name in a text, in order, none inside another.</summary>
    public ImmutableArray<Mention> Find(ReadableText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Find(text.Text)];
    }

    /// <summary>Whether a text holds any name.</summary>
    public bool Names(string text) => Find(CharacterFold.Fold(text)).Any();

    private IEnumerable<Mention> Find(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var next = text.AsSpan(at).IndexOfAny(_search);
            if (next < 0)
            {
                yield break;
            }

            at += next;
            if (Longest(text, at) is { } mention)
            {
                yield return mention;
                at = mention.Span.End;
            }
            else
            {
                at++;
            }
        }
    }

    private Mention? Longest(string text, int at)
    {
        foreach (var (spelling, entry) in _byFirst[text[at]])
        {
            if (
                text.AsSpan(at).StartsWith(spelling, StringComparison.Ordinal)
                && IsWord(text, at, at + spelling.Length)
            )
            {
                return new(entry.Name, entry.Type, new(at, at + spelling.Length));
            }
        }

        return null;
    }

    private static bool IsWord(string text, int start, int end)
    {
        if (IsWordCharacter(text[start]) && start > 0 && IsWordCharacter(text[start - 1]))
        {
            return false;
        }

        if (!IsWordCharacter(text[end - 1]) || end == text.Length || !IsWordCharacter(text[end]))
        {
            return true;
        }

        // A plural is the same name.
        return text[end] == 's' && (end + 1 == text.Length || !IsWordCharacter(text[end + 1]));
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static IEnumerable<string> Spellings(LexiconEntry entry)
    {
        foreach (
            var spelling in entry.Aliases.IsDefault
                ? [entry.Name]
                : entry.Aliases.Prepend(entry.Name)
        )
        {
            yield return spelling;
            if (spelling.Length >= ShortestInCapitals && spelling.Any(char.IsAsciiLetterLower))
            {
                yield return spelling.ToUpperInvariant();
            }
        }
    }
}
