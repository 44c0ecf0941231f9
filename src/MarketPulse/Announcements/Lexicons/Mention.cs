using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Lexicons;

/// <summary>A name of the lexicon, found in a text.</summary>
/// <param name="Name">The lexicon's own spelling, whatever the text's is.</param>
/// <param name="Type">Such as <c>company</c>, <c>person</c>, <c>product</c>, <c>architecture</c>, <c>event</c>.</param>
public sealed record Mention(string Name, string Type, TextSpan Span);
