using System.Text.Json;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Watchlists;

/// <summary>The schema that editors read says the same as the records that the file is read into.</summary>
public class WatchlistSchemaTests
{
    private static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "watchlist.schema.json"))
    );

    [Theory]
    [InlineData(typeof(Watchlist), null)]
    [InlineData(typeof(WatchedSymbol), "symbol")]
    [InlineData(typeof(WatchedBenchmark), "benchmark")]
    [InlineData(typeof(WatchedFeed), "feed")]
    [InlineData(typeof(WatchRule), "rule")]
    [InlineData(typeof(LevelBounds), "level")]
    [InlineData(typeof(TroubleBounds), "trouble")]
    public void Schema_OfARecord_HasItsMembersAndNoOthers(Type record, string? definition)
    {
        var part = definition is null
            ? Schema
            : Schema.GetProperty("$defs").GetProperty(definition);
        var properties = part.GetProperty("properties").EnumerateObject().ToList();
        var parameters = record
            .GetConstructors()
            .Single(c => c.GetParameters().Length > 1)
            .GetParameters();
        Assert.Equal(
            parameters.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)),
            properties.Select(p => p.Name).Where(n => n != "$schema")
        );
        Assert.Equal(
            parameters
                .Where(p => !p.HasDefaultValue)
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)),
            part.GetProperty("required").EnumerateArray().Select(r => r.GetString())
        );
        Assert.All(
            properties,
            p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!)
        );
        Assert.False(part.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Schema_SaysWhichDialectItIsWrittenIn() =>
        Assert.Equal(
            "https://json-schema.org/draft/2020-12/schema",
            Schema.GetProperty("$schema").GetString()
        );

    [Fact]
    public void BundledWatchlist_PointsToTheSchema()
    {
        var source = Path.Combine(Repository.Root, "src", "MarketPulse");
        var list = JsonSerializer.Deserialize<JsonElement>(
            File.ReadAllText(Path.Combine(source, "watchlist.json"))
        );
        var schema = Path.Combine(source, list.GetProperty("$schema").GetString()!);
        Assert.True(File.Exists(schema), schema);
    }
}
