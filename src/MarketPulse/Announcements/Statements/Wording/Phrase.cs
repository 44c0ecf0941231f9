namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>An entry of the lexicon: a wording, and what it says.</summary>
/// <param name="Text">In plain characters; a blank stands for blanks or one hyphen.</param>
/// <param name="Symbol">For a name: the listing it means, <c>^</c> for an index, <c>-</c> for anything else; otherwise null.</param>
/// <param name="Number">A month's or a weekday's number (Sunday is 0); otherwise 0.</param>
internal sealed record Phrase(string Text, Sense Sense, string? Symbol = null, int Number = 0);
