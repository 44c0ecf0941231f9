using System.Text.Json;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Tests.Announcements.Lexicons;

public sealed class LexiconFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_BundledFile_IsValid() =>
        Assert.Contains(
            LexiconFile.Read(LexiconFile.Default).Entries,
            e => e is { Name: "Vera Rubin", Type: LexiconTypes.Architecture }
        );

    [Theory]
    [InlineData(
        """{ "names": [{ "name": "Rubin", "type": "chip" }] }""",
        "of the type 'chip': write one of company"
    )]
    [InlineData("""{ "names": [{ "name": "R", "type": "product" }] }""", "two characters at least")]
    [InlineData(
        """{ "names": [{ "name": "Rubin", "type": "product" }, { "name": "Vera", "type": "product", "aliases": ["Rubin"] }] }""",
        "'Rubin' is listed under 'Rubin' and under 'Vera'"
    )]
    [InlineData("""{ "names": [] }""", "names is empty")]
    [InlineData("""{ "names": [{ "name": "Rubin" }] }""", "docs/lexicon.schema.json")]
    [InlineData("""{ "nouns": [] }""", "docs/lexicon.schema.json")]
    [InlineData("no json", "docs/lexicon.schema.json")]
    public void Read_WhatCannotBeMeant_NamesFileAndCure(string text, string problem)
    {
        var path = Path.Combine(_folder.Path, "lexicon.json");
        File.WriteAllText(path, text);
        var message = Assert.Throws<SettingException>(() => LexiconFile.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_NamesItAndTheSetting() =>
        Assert.Contains(
            "Set Lexicon:File",
            Assert
                .Throws<SettingException>(() =>
                    LexiconFile.Read(Path.Combine(_folder.Path, "none.json"))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Schema_KnowsTheTypesThatTheReaderKnows()
    {
        var schema = JsonSerializer.Deserialize<JsonElement>(
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "lexicon.schema.json"))
        );
        Assert.Equal(
            LexiconTypes.All,
            schema
                .GetProperty("$defs")
                .GetProperty("name")
                .GetProperty("properties")
                .GetProperty("type")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(t => t.GetString()!)
        );
    }

    public void Dispose() => _folder.Dispose();
}
