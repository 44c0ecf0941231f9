using System.Collections.Frozen;
using System.Globalization;

namespace MarketPulse.Announcements.Claims.Wording;

/// <summary>Finds the phrases of the embedded <c>promises.txt</c> in a text. Pure, and linear in the text.</summary>
internal static class ClaimWords
{
    private static readonly FrozenDictionary<char, (string Text, ClaimWord Sense)[]> Phrases =
        ReadList()
            .GroupBy(
                p => p.Text,
                (text, same) => (text, same.Aggregate(default(ClaimWord), (a, p) => a | p.Sense))
            )
            .GroupBy(p => p.text[0])
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Whether a stretch has a phrase of a sense (of any, where several are given).</summary>
    public static bool Has(ReadOnlySpan<char> text, ClaimWord sense) => Find(text, sense) >= 0;

    /// <summary>Where the first phrase of a sense begins; −1 where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, ClaimWord sense)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var first = char.ToLowerInvariant(text[i]);
            if (
                (i > 0 && IsLetter(first) && IsLetter(text[i - 1]))
                || !Phrases.TryGetValue(first, out var phrases)
            )
            {
                continue;
            }

            foreach (var (phrase, said) in phrases)
            {
                if ((said & sense) != 0 && Fits(phrase, text[i..]))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>Every phrase with its sense, for the tests of the list.</summary>
    internal static IEnumerable<(string Text, ClaimWord Sense)> ReadList()
    {
        using var stream =
            typeof(ClaimWords).Assembly.GetManifestResourceStream("Claims.promises.txt")
            ?? throw new InvalidOperationException("The list promises.txt isn't in the library.");
        using var reader = new StreamReader(stream);
        var phrases = new List<(string, ClaimWord)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (
                parts.Length < 2
                || !Enum.TryParse<ClaimWord>(
                    parts[0].Replace(' ', ','),
                    ignoreCase: true,
                    out var sense
                )
            )
            {
                throw new InvalidOperationException(
                    $"promises.txt: \"{line}\" begins with no sense."
                );
            }

            phrases.AddRange(
                parts[1]
                    .Split(
                        '|',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                    .Select(p => (p.ToLower(CultureInfo.InvariantCulture), sense))
            );
        }

        return phrases;
    }

    private static bool Fits(string phrase, ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var c in phrase)
        {
            if (at >= text.Length)
            {
                return false;
            }

            if (c != ' ')
            {
                if (char.ToLowerInvariant(text[at++]) != c)
                {
                    return false;
                }
            }
            else if (text[at] == '-')
            {
                at++;
            }
            else
            {
                var blank = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == blank)
                {
                    return false;
                }
            }
        }

        return !IsLetter(phrase[^1]) || at == text.Length || !IsLetter(text[at]);
    }

    /// <summary>Of a script that puts blanks between words.</summary>
    private static bool IsLetter(char c) => c < '\u2e80' && char.IsLetterOrDigit(c);
}
