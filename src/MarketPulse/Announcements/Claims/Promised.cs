using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims.Wording;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>A period in a sentence that promises, with what it is promised of.</summary>
/// <param name="Name">The product's or company's; empty where the text doesn't tell.</param>
/// <param name="Subject">Where this sentence names the product; null where <paramref name="Name"/> comes from elsewhere.</param>
/// <param name="Sentence">Its index in the text.</param>
internal sealed record Promised(string Name, Mention? Subject, NamedPeriod Period, int Sentence)
{
    /// <summary>Characters around a product that speak of it: "sales of Blackwell".</summary>
    private const int Beside = 20;

    /// <summary>Characters behind a period that belong to it: "2026 revenue".</summary>
    private const int Behind = 10;

    /// <summary>Characters before "for 2027" that may plan it: "are planned for 2027".</summary>
    private const int BeforeFor = 24;

    /// <summary>Whether the period is what something is meant for ("for 2027"), not when something happens.</summary>
    public bool IsFor(ReadableText text) =>
        StartsWith(text.Text, Period.Span.Start, "for ")
        || (Period.Span.Start >= 4 && StartsWith(text.Text, Period.Span.Start - 4, "for "));

    /// <summary>Of a period that something is meant for: whether the product or a word of planning stands right before it.</summary>
    public bool IsNextToFor(ReadableText text)
    {
        var to = Period.Span.Start;
        if (Subject is { } subject && subject.Span.End <= to && to - subject.Span.End <= 8)
        {
            return true;
        }

        var from = Math.Max(text.Sentences[Sentence].Start, to - BeforeFor);
        return ClaimWords.Has(
            text.Text.AsSpan(from, to - from),
            ClaimWord.Coming | ClaimWord.Ahead
        );
    }

    /// <summary>Whether it tells of a figure of the business (revenue, demand) and not of the product's coming.</summary>
    public bool IsMeasured(ReadableText text)
    {
        if (Subject is not { } subject)
        {
            return false;
        }

        var sentence = text.Sentences[Sentence];
        var both = subject.Span.With(Period.Span);
        var from = Math.Max(sentence.Start, both.Start - Beside);
        var to = Math.Min(sentence.End, both.End + Behind);
        var words = text.Text.AsSpan(from, to - from);
        var comma = words[(both.End - from)..].IndexOfAny(",，、;");
        var clause = comma < 0 ? words : words[..(both.End - from + comma)];
        return ClaimWords.Has(clause, ClaimWord.Measure) || IsOnlyItsOwner(text, subject, sentence);
    }

    /// <summary>"The Rubin supercomputer is planned for 2027".</summary>
    private static bool IsOnlyItsOwner(ReadableText text, Mention subject, TextSpan sentence)
    {
        var next = text.Text.AsSpan(subject.Span.End, sentence.End - subject.Span.End);
        var at = ClaimWords.Find(next[..Math.Min(next.Length, Beside)], ClaimWord.Thing);
        return at is 0 or 1;
    }

    private static bool StartsWith(string text, int at, string words) =>
        string.Compare(text, at, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
