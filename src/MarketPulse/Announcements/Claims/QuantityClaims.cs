using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Figures with units → claims: each with its subject and what the text sets beside it.</summary>
internal static class QuantityClaims
{
    /// <summary>A claim and the figure that it came from.</summary>
    public static ImmutableArray<Claim> Read(
        ReadableText text,
        ClaimSubjects subjects,
        ImmutableArray<Mention> mentions,
        IEnumerable<TextSpan> prices
    )
    {
        var products = mentions
            .Where(m => LexiconTypes.IsMade(m.Type))
            .Select(m => m.Span.Start)
            .ToHashSet();
        var taken = new TakenText(text.Text.Length);
        foreach (var price in prices)
        {
            taken.Take(price);
        }

        var market = new MarketFigures(text);
        var quantities = QuantityReader
            .Read(text.Text, products.Contains)
            .Where(q => !taken.Overlaps(q.Span) && !market.Has(q, Sentence(text, q.Span)))
            .ToList();
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var sums = new ClaimArithmetic(text);
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            var next = i + 1 < quantities.Count ? quantities[i + 1] : null;
            var sentence = Sentence(text, quantity.Span);
            var beside = Comparison.Of(text.Text, quantity, sentence, next);
            if (beside is not null && ReferenceEquals(beside.Other, next))
            {
                i++;
            }

            // "From 20 to 50": the second figure is the claim, the first what it is set beside.
            var (main, other) = beside is { IsBase: true }
                ? (beside.Other, quantity)
                : (quantity, beside?.Other);
            var sum = sums.Of(main, other, sentence);
            if (main.Unit == "x" && IsOnlyTheSum(text, main, quantities, i))
            {
                continue;
            }

            // A ratio is about what the figures that it compares are about.
            var isRatio = main.Unit == "x" && sum is not null && sum.Contains('/');
            var measure = Measures.Of(text.Text, main.Span, sentence);
            claims.Add(
                new(
                    ClaimType.Quantity,
                    isRatio && claims.Count > 0
                        ? claims[^1].Subject
                        : Subject(text, subjects, main, measure),
                    main.Value,
                    main.Unit,
                    Beside(subjects, main, other, sentence),
                    null,
                    sum,
                    main.Span
                )
                {
                    Measure = main.Unit is "x" or "%" ? measure : null,
                }
            );
        }

        return claims.ToImmutable();
    }

    private static string Subject(
        ReadableText text,
        ClaimSubjects subjects,
        Quantity quantity,
        string? measure
    ) =>
        quantity.Unit switch
        {
            // Money is a company's, unless the same clause says of which product.
            "USD" or "EUR" or "CNY" => measure == "cost" || subjects.IsInClause(quantity.Span)
                ? subjects.ProductOf(quantity.Span)
                : subjects.CompanyOf(quantity.Span)
                    ?? measure
                    ?? subjects.CompanyBefore(text.SentenceAt(quantity.Span.Start)),
            "x" => subjects.ProductOf(quantity.Span)
                ?? measure
                ?? subjects.CompanyOf(quantity.Span),
            "%" => subjects.ProductOf(quantity.Span)
                ?? subjects.CompanyOf(quantity.Span)
                ?? measure,
            // A part's figures go on about the part that the sentence before named.
            _ => subjects.ProductOf(quantity.Span)
                ?? subjects.SubjectOf(text.SentenceAt(quantity.Span.Start) - 1)
                ?? subjects.CompanyOf(quantity.Span),
        } ?? "";

    private static string? Beside(
        ClaimSubjects subjects,
        Quantity main,
        Quantity? other,
        TextSpan sentence
    )
    {
        if (other is null)
        {
            return main.Unit is "x" or "%" ? subjects.BaseOf(main.Span, sentence) : null;
        }

        var name =
            subjects.Named(new(Math.Min(main.Span.End, other.Span.Start), other.Span.Start))
                is [.., var last]
                ? last.Name
            : subjects.Named(new(other.Span.End, other.Span.End + 32)) is [var next, ..] ? next.Name
            : null;
        return name is null || other.Span.Start < main.Span.Start ? $"{other}" : $"{name}: {other}";
    }

    /// <summary>The sentence of a figure, with all of the figure: one may run over where a long sentence was cut.</summary>
    private static TextSpan Sentence(ReadableText text, TextSpan span) =>
        text.SentenceAt(span.Start) is >= 0 and var index ? text.Sentences[index].With(span) : span;

    /// <summary>"Doubling to 100 petaflops": the multiple is the other figure's sum, not a claim of its own.</summary>
    /// <param name="at">The multiple's place among all, or the one after it.</param>
    private static bool IsOnlyTheSum(
        ReadableText text,
        Quantity multiple,
        List<Quantity> all,
        int at
    )
    {
        if (char.IsAsciiDigit(text.Text[multiple.Span.Start]))
        {
            return false;
        }

        var end = multiple.Span.End;
        return all.Skip(at)
            .TakeWhile(q => q.Span.Start - end < 40)
            .Any(q =>
                q.Unit is not ("x" or "%")
                && q.Span.Start >= end
                && text.Text.AsSpan(end, q.Span.Start - end).IndexOfAny('\n', '。') < 0
            );
    }
}
