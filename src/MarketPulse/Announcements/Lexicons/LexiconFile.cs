using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketPulse.Announcements.Lexicons;

/// <summary>Reads <c>lexicon.json</c> (IO) and refuses one that can't be meant, saying what to write instead.</summary>
public static class LexiconFile
{
    /// <summary>The file that comes with MarketPulse.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "lexicon.json");

    /// <exception cref="SettingException">The file is missing or wrong; the message names the file, the place and the cure.</exception>
    public static Lexicon Read(string path)
    {
        try
        {
            var list = JsonSerializer.Deserialize<Contents>(File.ReadAllText(path), Json.Edited);
            return Problem(list) is { } problem
                ? throw new SettingException($"{path}: {problem}")
                : new Lexicon(list!.Names);
        }
        catch (JsonException error)
        {
            throw new SettingException(
                $"{path}: {error.Message} docs/lexicon.schema.json says what is allowed.",
                error
            );
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new SettingException(
                $"The lexicon {path} can't be read: {error.Message} Set Lexicon:File to a readable one, or leave it out for the built-in one.",
                error
            );
        }
    }

    private static string? Problem(Contents? list)
    {
        if (list is null || list.Names.IsDefaultOrEmpty)
        {
            return "names is empty: write at least one, with its type.";
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in list.Names)
        {
            if (!LexiconTypes.All.Contains(entry.Type))
            {
                return $"'{entry.Name}' is of the type '{entry.Type}': write one of {string.Join(", ", LexiconTypes.All)}.";
            }

            foreach (
                var spelling in entry.Aliases.IsDefault
                    ? [entry.Name]
                    : entry.Aliases.Prepend(entry.Name)
            )
            {
                if (spelling.Trim().Length < 2 || spelling.Trim() != spelling)
                {
                    return $"'{entry.Name}' has the spelling '{spelling}': write two characters at least, without spaces around them.";
                }

                if (!seen.TryAdd(spelling, entry.Name))
                {
                    return $"'{spelling}' is listed under '{seen[spelling]}' and under '{entry.Name}': leave it with one of them.";
                }
            }
        }

        return list
            .Names.Select(entry => Reference(entry, list.Names))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Reference(LexiconEntry entry, ImmutableArray<LexiconEntry> names)
    {
        if (
            entry.By is { } maker
            && !names.Any(n => n.Name == maker && n.Type == LexiconTypes.Company)
        )
        {
            return $"'{entry.Name}' is by '{maker}', which is no company of the list: add it with the type company, or leave by out.";
        }

        return
            entry.Brings.IsDefault
            || entry.Brings.FirstOrDefault(b => names.All(n => n.Name != b)) is not { } unknown
            ? null
            : $"'{entry.Name}' brings '{unknown}', which is no name of the list: add it, or leave it out.";
    }

    private sealed record Contents(
        ImmutableArray<LexiconEntry> Names,
        [property: JsonPropertyName("$schema")] string? Schema = null
    );
}
