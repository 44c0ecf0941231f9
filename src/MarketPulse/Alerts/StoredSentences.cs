using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Alerts;

/// <summary>
/// Reasons are stored in English. <c>Alerts/Reasons.LANGUAGE.json</c> says them in another language: its keys are the
/// sentences with <c>{0}</c>, <c>{1}</c> … for what varies in them, the more particular ones first. What stands in quotation marks there is a name: it stays as it is. Pure.
/// </summary>
internal sealed partial class StoredSentences
{
    private const int Deepest = 4;

    private static readonly ConcurrentDictionary<string, StoredSentences> Known = new();

    private readonly ImmutableArray<(
        Regex Form,
        string Said,
        ImmutableArray<bool> IsName
    )> _sentences;

    private StoredSentences(string language) =>
        _sentences = [
            .. Wording
                .Read($"Reasons.{language}.json", language)
                // The more is fixed in it, the more particular it is.
                .OrderByDescending(s => Hole().Replace(s.Key, "").Length)
                .ThenBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => (Form(s.Key), s.Value, Names(s.Key))),
        ];

    public static StoredSentences Of(string language) =>
        Known.GetOrAdd(language, l => new StoredSentences(l));

    /// <summary>The sentence in the language; what isn't known stays, and what varies in it is said in the language where it is known.</summary>
    public string Say(string english, Wording words) => Say(english, words, 0);

    private string Say(string english, Wording words, int depth)
    {
        if (
            DateOnly.TryParseExact(
                english,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return words.Date(date);
        }

        foreach (var (form, said, isName) in depth > Deepest ? [] : _sentences)
        {
            if (form.Match(english) is { Success: true } match)
            {
                return string.Format(
                    CultureInfo.InvariantCulture,
                    said,
                    [
                        .. match
                            .Groups.Values.Skip(1)
                            .Select(
                                (g, i) =>
                                    (object)(isName[i] ? g.Value : Say(g.Value, words, depth + 1))
                            ),
                    ]
                );
            }
        }

        return english;
    }

    private static ImmutableArray<bool> Names(string sentence) =>
        [.. Hole().Matches(sentence).Select(h => h.Index > 0 && sentence[h.Index - 1] == '\'')];

    // What varies may be any text, and strangers write some of it: time linear in its length, whatever it is.
    private static Regex Form(string sentence) =>
        new(
            "^"
                + Hole()
                    .Replace(
                        Regex.Escape(sentence).Replace(@"\{", "{", StringComparison.Ordinal),
                        "(.+?)"
                    )
                + "$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline
        );

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
