using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims.Wording;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Finds the products that a text says are there: available, shipping, on sale, in full production. Pure.</summary>
internal static class DeliveryReader
{
    /// <summary>
    /// The product named last before the words of each sentence that says so, else the first after them. A sentence that looks
    /// ahead, denies or tells of a delay says nothing.
    /// </summary>
    public static IEnumerable<Mention> Read(ReadableText text, ImmutableArray<Mention> products)
    {
        foreach (var sentence in text.Sentences)
        {
            var words = sentence.Of(text.Text);
            var there = ClaimWords.Find(words, ClaimWord.There);
            if (there < 0)
            {
                continue;
            }

            // "It is available, and a second one will follow" says that it is there.
            var and = words.AsSpan(there).IndexOf(" and ", StringComparison.OrdinalIgnoreCase);
            if (ClaimWords.Has(and < 0 ? words : words[..(there + and)], ClaimWord.NotYet))
            {
                continue;
            }

            var at = sentence.Start + there;
            var named = products.Where(p => sentence.Overlaps(p.Span)).ToList();
            if ((named.LastOrDefault(p => p.Span.End <= at) ?? FirstOf(named)) is { } product)
            {
                yield return product;
            }
        }
    }

    /// <summary>The first product; of names that stand side by side ("DGX B200") the last.</summary>
    private static Mention? FirstOf(List<Mention> named)
    {
        var at = 0;
        while (at + 1 < named.Count && named[at + 1].Span.Start <= named[at].Span.End + 1)
        {
            at++;
        }

        return named.Count == 0 ? null : named[at];
    }
}
