using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Products with the periods in which they are promised → claims.</summary>
internal static partial class RoadmapClaims
{
    /// <summary>Parts of a list between semicolons through which one verb reaches.</summary>
    private const int LongestList = 6;

    public static ImmutableArray<Claim> Read(
        ReadableText text,
        ClaimSubjects subjects,
        ImmutableArray<NamedPeriod> periods,
        DateOnly? writtenOn
    )
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var group in periods.GroupBy(p => text.SentenceAt(p.Span.Start)))
        {
            if (group.Key < 0)
            {
                continue;
            }

            if (IsPromise(text, group.Key))
            {
                claims.AddRange(
                    InSentence(text, subjects, group.Key, [.. group])
                        .Where(c => writtenOn is null || c.Due!.To >= writtenOn)
                );
            }
        }

        return claims.ToImmutable();
    }

    /// <summary>Whether a sentence has a word of a promise, or goes on behind a semicolon from one that has.</summary>
    private static bool IsPromise(ReadableText text, int index)
    {
        for (var back = 0; back < LongestList && index - back >= 0; back++)
        {
            var sentence = text.Sentences[index - back];
            if (back > 0 && text.Text[sentence.End - 1] != ';')
            {
                return false;
            }

            if (Promise().IsMatch(text.Text.AsSpan(sentence.Start, sentence.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each period with the nearest product before it that no other period has, else the first after it.</summary>
    private static IEnumerable<Claim> InSentence(
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
            if (name is null)
            {
                continue;
            }

            var span = subject is null ? period : period.With(subject.Span);
            yield return new(
                ClaimType.Roadmap,
                name,
                null,
                null,
                null,
                periods[i].Period,
                null,
                span
            );
            last = name;
            if (subject is not null)
            {
                // The same name elsewhere in the sentence is the same promise.
                used.UnionWith(products.Where(m => m.Name == name));
            }
        }
    }

    [GeneratedRegex(
        @"推出|发布|面世|问世|亮相|上市|出货|量产|投产|交付|发售|登场|到来|供货|开卖|推向|送样|\b(?:ship(?:s|ping|ments?)?|launch(?:es|ing)?|arriv(?:e|es|al|ing)|debut(?:s|ing)?|release[sd]?|releasing|available|availability|come[s]? (?:out|in|later)|coming|due|slated|scheduled|roll(?:s|ing)? out|production|sampl(?:e|es|ing)|introduc(?:e|es|ing)|follow(?:s|ed|ing)?|expected|roadmap|unveil(?:s|ing)?|deliver(?:y|ies|s|ed)?|next[- ]generation|will be)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Promise();
}
