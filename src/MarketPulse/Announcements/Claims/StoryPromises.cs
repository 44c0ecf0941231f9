using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims.Wording;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>
/// The promises of an announcement that the ledger may hold its company to. Stricter than <see cref="RoadmapClaims"/>: a wrong
/// one would be told as missed later.
/// </summary>
internal static class StoryPromises
{
    /// <summary>Characters in which a sentence must begin with what stands for the headline's product.</summary>
    private const int Opening = 4;

    /// <param name="titleLength">The headline ends here in the text.</param>
    /// <param name="about">The company's names: what another company has in mind with its products is no promise of them.</param>
    /// <returns>Each with the product's name and the sentence that says it, in the order of the text.</returns>
    public static IEnumerable<(string Name, NamedPeriod Period, int Sentence)> Read(
        ReadableText text,
        ImmutableArray<Mention> mentions,
        int titleLength,
        DateOnly saidOn,
        IReadOnlyCollection<string> about
    )
    {
        var subjects = new ClaimSubjects(text, mentions);
        var headline = new HeadlineProducts(text, subjects, titleLength);
        var periods = DueReader.Read(text.Text, saidOn);
        foreach (
            var sentence in RoadmapClaims
                .Promises(text, subjects, periods, saidOn)
                .GroupBy(p => p.Sentence)
        )
        {
            if (!IsMeant(text, sentence.Key))
            {
                continue;
            }

            ImmutableArray<Promised> all = [.. sentence];
            if (all.Length > 1 && Says(text, sentence.Key, ClaimWord.Delay))
            {
                all = [all[^1] with { Subject = all[^1].Subject ?? all[0].Subject }];
            }

            foreach (var promise in all)
            {
                if (
                    (
                        promise.IsFor(text)
                        || RoadmapClaims.Reaches(text, sentence.Key, ClaimWord.Firm)
                    )
                    && (
                        promise.Period.Period.From > saidOn
                        || Says(text, promise.Sentence, ClaimWord.Ahead)
                    )
                    && NameOf(promise, text, subjects, headline, about) is { } name
                )
                {
                    yield return (name, promise.Period, promise.Sentence);
                }
            }
        }
    }

    /// <summary>Whether a sentence says for certain what it says.</summary>
    private static bool IsMeant(ReadableText text, int index)
    {
        var sentence = text.Sentences[index];
        return text.Text[sentence.End - 1] != '?' && !Says(text, index, ClaimWord.Doubt);
    }

    private static string? NameOf(
        Promised promise,
        ReadableText text,
        ClaimSubjects subjects,
        HeadlineProducts headline,
        IReadOnlyCollection<string> about
    )
    {
        var sentence = text.Sentences[promise.Sentence];
        if (promise.Subject is { } subject && subjects.IsLeading(subject))
        {
            var before = text.Text.AsSpan(sentence.Start, subject.Span.Start - sentence.Start);
            return
                ClaimWords.Has(before, ClaimWord.Use)
                || (
                    subjects.CompanyBefore(sentence, subject.Span) is { } other
                    && about.Count > 0
                    && !about.Contains(other, StringComparer.OrdinalIgnoreCase)
                    && !Says(text, promise.Sentence, ClaimWord.Arriving)
                )
                ? null
                : subject.Name;
        }

        var words = text.Text.AsSpan(sentence.Start, sentence.Length);
        if (!ClaimWords.Has(words, ClaimWord.Arriving) || ClaimWords.Has(words, ClaimWord.Use))
        {
            return null;
        }

        var opening = words[..Math.Min(words.Length, 40)];
        return ClaimWords.Find(opening, ClaimWord.Firsts) is >= 0 and < Opening ? headline.First
            : ClaimWords.Find(opening, ClaimWord.Anaphor) is >= 0 and < Opening
            || words.Contains(" have it ", StringComparison.OrdinalIgnoreCase)
                ? headline.LastSpokenOf(promise.Sentence)
            : null;
    }

    private static bool Says(ReadableText text, int sentence, ClaimWord sense) =>
        ClaimWords.Has(
            text.Text.AsSpan(text.Sentences[sentence].Start, text.Sentences[sentence].Length),
            sense
        );
}
