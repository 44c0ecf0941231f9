using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Finds what an article claims: amounts and multiples, and promises with their periods.</summary>
public static class ClaimReader
{
    /// <param name="mentions">The lexicon's names in the same text, in order.</param>
    /// <param name="taken">Spans of statements about prices: their figures are no claims of this sort.</param>
    /// <returns>In the order of the text; empty where there are none. Never throws, whatever the text.</returns>
    public static ImmutableArray<Claim> Read(
        Article article,
        ReadableText text,
        ImmutableArray<Mention> mentions,
        IEnumerable<TextSpan> taken
    )
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var subjects = new ClaimSubjects(text, mentions);
        var periods = DueReader.Read(text.Text, article.WrittenOn);
        var quantities = QuantityClaims.Read(text, subjects, mentions, taken);
        var promises = RoadmapClaims.Read(text, subjects, periods, article.WrittenOn);
        return [.. quantities.Concat(promises).OrderBy(c => c.Span.Start)];
    }
}
