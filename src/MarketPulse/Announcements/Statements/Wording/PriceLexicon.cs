using System.Runtime.CompilerServices;
using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Texts;
using MarketPulse.Watchlists;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>The wordings that price statements are made of, from the lists in <c>Lexicon/</c> and a watchlist's names.</summary>
internal sealed class PriceLexicon
{
    private static readonly Phrase[] Listed =
    [
        .. WordingFile.Read("english"),
        .. WordingFile.Read("chinese"),
        .. WordingFile.Read("german"),
        .. WordingFile.Read("subjects"),
        .. WordingFile
            .Read("subjects")
            .Where(p => p.Symbol is { } s && char.IsAsciiLetterUpper(s[0]))
            .DistinctBy(p => p.Symbol)
            // 特斯拉 (TSLA-US)
            .Select(p => p with { Text = PlainCharacters.Of(p.Symbol + "-us") }),
        .. CalendarWords.All,
    ];

    // Thousands of wordings are sorted for it: once a watchlist, not once a text.
    private static readonly ConditionalWeakTable<Watchlist, PriceLexicon> Known = [];

    /// <summary>By their first two characters, longest first: hundreds of wordings begin with one letter, few with two.</summary>
    private readonly Dictionary<int, Phrase[]> _phrases;

    private PriceLexicon(Watchlist watchlist)
    {
        var watched = watchlist.Symbols.SelectMany(s =>
            s.Names.Append(s.Symbol)
                .Select(name => new Phrase(PlainCharacters.Of(name.Trim()), Sense.None, s.Symbol))
        );
        // The same wording in two lists has both senses (German "fallen" is English too).
        _phrases = watched
            .Concat(Listed)
            .Where(p => p.Text.Length > 0)
            .GroupBy(p => p.Text, StringComparer.Ordinal)
            .Select(same =>
                same.Aggregate(
                    (a, b) =>
                        a with
                        {
                            Sense = a.Sense | b.Sense,
                            Symbol = a.Symbol ?? b.Symbol,
                            Number = Math.Max(a.Number, b.Number),
                        }
                )
            )
            .GroupBy(p => Key(Alike(p.Text[0]), p.Text.Length > 1 ? Alike(p.Text[1]) : Alone))
            .ToDictionary(
                g => g.Key,
                // "52 week" before "## week".
                g =>
                    g.OrderByDescending(p => p.Text.Length)
                        .ThenBy(p => p.Text.Count(c => c == '#'))
                        .ToArray()
            );
    }

    /// <summary>A watchlist's, made when it is first asked for.</summary>
    public static PriceLexicon Of(Watchlist watchlist) =>
        Known.GetValue(watchlist, list => new PriceLexicon(list));

    /// <summary>The longest wording that begins at a position of a plain text, with its length there; null where none does.</summary>
    public (Phrase Phrase, int Length)? Match(ReadOnlySpan<char> plain, int start)
    {
        var next = start + 1;
        while (next < plain.Length && plain[next] == Pinyin.Nothing)
        {
            next++;
        }

        var second = next < plain.Length ? Alike(plain[next]) : Alone;
        return Match(plain, start, second) ?? (second == Alone ? null : Match(plain, start, Alone));
    }

    private (Phrase Phrase, int Length)? Match(ReadOnlySpan<char> plain, int start, char second)
    {
        if (!_phrases.TryGetValue(Key(Alike(plain[start]), second), out var phrases))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            if (LengthOf(phrase, plain, start) is var length and > 0)
            {
                return (phrase, length);
            }
        }

        return null;
    }

    /// <summary>Stands for the second character of a wording of one.</summary>
    private const char Alone = '\0';

    private static int Key(char first, char second) => (first << 16) | second;

    /// <summary>What a wording's character matches, as one: a blank a hyphen too, <c>#</c> any digit.</summary>
    private static char Alike(char c) =>
        c is '-' ? ' '
        : char.IsAsciiDigit(c) ? '#'
        : c;

    private static int LengthOf(Phrase wording, ReadOnlySpan<char> plain, int start)
    {
        var phrase = wording.Text;
        var at = start;
        foreach (var c in phrase)
        {
            while (at > start && at < plain.Length && plain[at] == Pinyin.Nothing)
            {
                at++;
            }

            if (at >= plain.Length)
            {
                return 0;
            }

            if (c == ' ')
            {
                if (plain[at] is not (' ' or '-'))
                {
                    return 0;
                }

                at++;
                while (at < plain.Length && plain[at] == ' ')
                {
                    at++;
                }
            }
            else if (c == '#' ? !char.IsAsciiDigit(plain[at++]) : plain[at++] != c)
            {
                return 0;
            }
        }

        // A wording of letters ends where its word ends; a currency may touch its sum ("USD973").
        return
            IsWord(phrase[^1])
            && at < plain.Length
            && IsWord(plain[at])
            && !(
                char.IsAsciiDigit(plain[at])
                && (wording.Sense & (Sense.Dollar | Sense.Foreign)) != 0
            )
            ? 0
            : at - start;
    }

    /// <summary>Whether a character can't stand alone: a letter or digit of a script that puts blanks between words.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < '\u2e80';
}
