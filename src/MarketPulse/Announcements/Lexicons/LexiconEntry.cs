using System.Collections.Immutable;

namespace MarketPulse.Announcements.Lexicons;

/// <summary>One name of <c>lexicon.json</c>.</summary>
/// <param name="Name">How mentions are reported; found in texts as it stands.</param>
/// <param name="Type">One of <see cref="LexiconTypes"/>.</param>
/// <param name="Aliases">Other spellings, in any language, each as it stands in texts; Latin ones match with their capitals.</param>
/// <param name="By">Whose it is: a company's name in the lexicon; null where it isn't said.</param>
/// <param name="Brings">Names in the lexicon that are there once this is there: GB300 brings Blackwell Ultra.</param>
public sealed record LexiconEntry(
    string Name,
    string Type,
    ImmutableArray<string> Aliases = default,
    string? By = null,
    ImmutableArray<string> Brings = default
);
