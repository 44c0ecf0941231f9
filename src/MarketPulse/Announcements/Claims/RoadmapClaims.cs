using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims.Wording;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Products with the periods in which they are promised → claims.</summary>
internal static class RoadmapClaims
{
    /// <summary>Parts of a list between semicolons through which one verb reaches.</summary>
    private const int LongestList = 6;

    public static ImmutableArray<Claim> Read(
        ReadableText text,
        ClaimSubjects subjects,
        ImmutableArray<NamedPeriod> periods,
        DateOnly? writtenOn
    ) =>
        [
            .. Promises(text, subjects, periods, writtenOn)
                .Where(p => p.Name.Length > 0)
                .Select(p => new Claim(
                    ClaimType.Roadmap,
                    p.Name,
                    null,
                    null,
                    null,
                    p.Period.Period,
                    null,
                    p.Subject is null ? p.Period.Span : p.Period.Span.With(p.Subject.Span)
                )),
        ];

    /// <summary>The periods still to come of sentences that promise something, each with its product where the text tells.</summary>
    internal static IEnumerable<Promised> Promises(
        ReadableText text,
        ClaimSubjects subjects,
        ImmutableArray<NamedPeriod> periods,
        DateOnly? writtenOn
    )
    {
        foreach (var group in periods.GroupBy(p => text.SentenceAt(p.Span.Start)))
        {
            if (group.Key < 0)
            {
                continue;
            }

            ImmutableArray<NamedPeriod> named = [.. group];
            var isComing = Reaches(text, group.Key, ClaimWord.Coming);
            if (!isComing && !Says(text, group.Key, ClaimWord.Told))
            {
                continue;
            }

            foreach (var promise in InSentence(text, subjects, group.Key, named))
            {
                if (
                    (writtenOn is null || promise.Period.Period.To >= writtenOn)
                    && (isComing || promise.IsFor(text))
                    && (!promise.IsFor(text) || promise.IsNextToFor(text))
                    && !promise.IsMeasured(text)
                )
                {
                    yield return promise;
                }
            }
        }
    }

    /// <summary>Whether a sentence has a word of a sense, or goes on behind a semicolon from one that has.</summary>
    internal static bool Reaches(ReadableText text, int index, ClaimWord sense)
    {
        for (var back = 0; back < LongestList && index - back >= 0; back++)
        {
            if (back > 0 && text.Text[text.Sentences[index - back].End - 1] != ';')
            {
                return false;
            }

            if (Says(text, index - back, sense))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(ReadableText text, int sentence, ClaimWord sense) =>
        ClaimWords.Has(
            text.Text.AsSpan(text.Sentences[sentence].Start, text.Sentences[sentence].Length),
            sense
        );

    /// <summary>Each period with the nearest product before it that no other period has, else the first after it.</summary>
    private static IEnumerable<Promised> InSentence(
        ReadableText text,
        ClaimSubjects subjects,
        int index,
        ImmutableArray<NamedPeriod> periods
    )
    {
        var sentence = text.Sentences[index];
        var products = subjects.Products(sentence);
        var used = new HashSet<Mention>();
        string? last = null;
        for (var i = 0; i < periods.Length; i++)
        {
            var period = periods[i].Span;
            var from = i == 0 ? sentence.Start : periods[i - 1].Span.End;
            var to = i + 1 < periods.Length ? periods[i + 1].Span.Start : sentence.End;
            var subject =
                products.LastOrDefault(m =>
                    m.Span.Start >= from && m.Span.End <= period.Start && !used.Contains(m)
                )
                ?? products.FirstOrDefault(m =>
                    m.Span.Start >= period.End && m.Span.End <= to && !used.Contains(m)
                );
            var name =
                subject?.Name
                ?? last
                ?? subjects.SubjectOf(index - 1)
                ?? subjects.CompanyOf(period);
            yield return new(name ?? "", subject, periods[i], index);
            last = name;
            if (subject is not null)
            {
                // The same name elsewhere in the sentence is the same promise.
                used.UnionWith(products.Where(m => m.Name == name));
            }
        }
    }
}
