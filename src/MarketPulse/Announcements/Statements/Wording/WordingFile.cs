using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>The embedded lists of wordings: lines of <c>senses = phrase | phrase</c>, or <c>symbol = name | name</c>.</summary>
internal static class WordingFile
{
    /// <exception cref="InvalidOperationException">A line can't be read; the message names it.</exception>
    public static IEnumerable<Phrase> Read(string name)
    {
        using var stream =
            typeof(WordingFile).Assembly.GetManifestResourceStream($"Lexicon.{name}.txt")
            ?? throw new InvalidOperationException($"The list {name} isn't in the library.");
        using var reader = new StreamReader(stream);
        var phrases = new List<Phrase>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                phrases.AddRange(Parse(line, name));
            }
        }

        return phrases;
    }

    private static IEnumerable<Phrase> Parse(string line, string list)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var head = line[..Math.Max(0, equals)].Trim();
        var symbol = list == "subjects" ? head : null;
        var sense =
            symbol is not null ? Sense.None
            : Enum.TryParse<Sense>(head.Replace(' ', ','), ignoreCase: true, out var s) ? s
            : throw new InvalidOperationException($"{list}.txt: \"{line}\" begins with no sense.");
        return line[(equals + 1)..]
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => new Phrase(PlainCharacters.Of(text), sense, symbol));
    }
}
