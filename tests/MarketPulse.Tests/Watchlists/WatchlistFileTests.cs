using System.Text.Json.Nodes;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Watchlists;

public sealed class WatchlistFileTests : IDisposable
{
    private const string Good = """
        {
          // Comments and trailing commas are welcome.
          "$schema": "../docs/watchlist.schema.json",
          "since": "2022-11-01",
          "symbols": [
            { "symbol": "NVDA", "names": ["NVIDIA"], "benchmarks": [{ "symbol": "SPY", "holdsSymbol": true }] },
          ],
          "feeds": [{ "name": "newsroom", "url": "https://e.org/feed", "about": "NVDA" }],
          "rules": [{ "name": "a move", "return": 0.03, "t": 2 }],
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_BundledFile_IsValid()
    {
        var list = WatchlistFile.Read(WatchlistFile.Default);
        Assert.Equal(["NVDA", "SPY", "SMH"], list.PricedSymbols);
        Assert.Equal(4, list.Feeds.Length);
        Assert.Null(list.Find("AMD"));
        Assert.Equal("SPY", list.Find("NVDA")!.Benchmarks[0].Symbol);
        Assert.Equal((0.03, 2), (list.Rules[0].Return, list.Rules[0].T));
    }

    [Theory]
    [InlineData("", 2)] // As if tellMissedPromises were true.
    [InlineData("\"tellMissedPromises\": true, ", 2)]
    [InlineData("\"tellMissedPromises\": false, ", 1)]
    public void Read_TellMissedPromises_IsShortForARule(string option, int rules)
    {
        var list = WatchlistFile.Read(Write(Good.Replace("\"rules\"", $"{option}\"rules\"")));
        Assert.Equal(rules, list.Rules.Length);
        Assert.Equal(rules - 1, list.Rules.Count(r => r.Promise == "missed"));
    }

    [Theory]
    [InlineData("{ \"name\": \"promises\", \"promise\": \"missed\" }", "promises")]
    [InlineData("{ \"name\": \"promises\", \"promise\": \"due\" }", "missed promises")]
    [InlineData("{ \"name\": \"Missed promises\", \"t\": 3 }", "missed promises too")]
    public void Read_OwnRules_GetNoSecondOneAboutMissedPromises(string rule, string name)
    {
        var list = WatchlistFile.Read(Write(Good.Replace("\"t\": 2 }", $"\"t\": 2 }}, {rule}")));
        Assert.Equal(name, list.Rules.Single(r => r.Promise == "missed").Name);
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndSchema_AreNoObstacle()
    {
        var list = WatchlistFile.Read(Write(Good));
        Assert.Equal(new(2022, 11, 1), list.Since);
        Assert.True(list.Symbols[0].Benchmarks[0].HoldsSymbol);
        Assert.Equal(new Uri("https://e.org/feed"), list.Feeds[0].Url);
    }

    [Theory]
    [InlineData("\"since\"", "\"Sinse\"", "Sinse")]
    [InlineData("\"holdsSymbol\"", "\"hold\"", "'hold'")]
    [InlineData("\"2022-11-01\"", "\"soon\"", "$.since")]
    [InlineData("\"names\": [\"NVIDIA\"], ", "", "names")]
    [InlineData("\"rules\": [", "\"rules\": [,", "docs/watchlist.schema.json")]
    [InlineData(
        "\"since\": \"2022-11-01\",",
        "\"since\": \"2022-11-01\", \"since\": \"2022-11-02\",",
        "since"
    )]
    public void Read_NotTheFormat_NamesFileAndPlace(string good, string bad, string place)
    {
        var (path, message) = Refused(good, bad);
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(
            "docs/watchlist.schema.json says what is allowed",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "\"2022-11-01\"",
        "\"1999-01-01\"",
        "since 1999-01-01 is outside the trading calendar"
    )]
    [InlineData("\"symbol\": \"NVDA\"", "\"symbol\": \"nvda\"", "'nvda' is not a symbol")]
    [InlineData("[{ \"symbol\": \"SPY\", \"holdsSymbol\": true }]", "[]", "NVDA has no benchmarks")]
    [InlineData(
        "\"benchmarks\": [{",
        "\"benchmarks\": [{ \"symbol\": \"SPY\" }, {",
        "NVDA names SPY twice"
    )]
    [InlineData("\"symbol\": \"SPY\"", "\"symbol\": \"NVDA\"", "NVDA can't be its own benchmark")]
    [InlineData("[\"NVIDIA\"]", "[\"\"]", "NVDA has an empty name")]
    [InlineData(
        "\"symbols\": [",
        "\"symbols\": [{ \"symbol\": \"NVDA\", \"names\": [\"n\"], \"benchmarks\": [{ \"symbol\": \"SPY\" }] },",
        "NVDA is listed twice"
    )]
    [InlineData(
        "https://e.org/feed",
        "ftp://e.org/feed",
        "feed newsroom: 'ftp://e.org/feed' is not an http(s) address"
    )]
    [InlineData(
        "https://e.org/feed",
        "feed.xml",
        "feed newsroom: 'feed.xml' is not an http(s) address"
    )]
    [InlineData("\"newsroom\"", "\"News Room\"", "feed 'News Room': names are lower-case")]
    [InlineData(
        "\"feeds\": [",
        "\"feeds\": [{ \"name\": \"newsroom\", \"url\": \"https://e.org/2\" },",
        "feed newsroom is listed twice"
    )]
    [InlineData(
        "\"about\": \"NVDA\"",
        "\"about\": \"AMD\"",
        "feed newsroom is about AMD, which symbols doesn't list"
    )]
    [InlineData(", \"return\": 0.03, \"t\": 2", "", "rule 'a move' has neither return nor t")]
    [InlineData("0.03", "3", "return is a fraction between 0 and 1 (0.03 is 3 %), not 3")]
    [InlineData("\"t\": 2", "\"t\": 0", "rule 'a move': t must be above 0")]
    [InlineData("\"t\": 2", "\"volume\": 2", "has 2 conditions (return, t or p; volume)")]
    [InlineData("\"return\": 0.03, \"t\": 2", "\"volume\": 1", "volume is how many times")]
    [InlineData("\"return\": 0.03, \"t\": 2", "\"promise\": \"kept\"", "promise is due or missed")]
    [InlineData("\"return\": 0.03, \"t\": 2", "\"followUp\": [21]", "from 1 to 20")]
    [InlineData("\"return\": 0.03, \"t\": 2", "\"yearToDate\": {}", "needs above or below")]
    [InlineData(
        "\"return\": 0.03, \"t\": 2",
        "\"drawdown\": { \"below\": 0.2 }",
        "drawdown has only below, under 0"
    )]
    [InlineData("\"t\": 2", "\"t\": 2, \"urgency\": \"now\"", "urgency is high, normal, low")]
    [InlineData(
        "\"rules\": [",
        "\"rules\": [{ \"name\": \"A-move!\", \"t\": 3 },",
        "rule 'a move' is named like 'A-move!'"
    )]
    [InlineData(
        "\"name\": \"a move\"",
        "\"name\": \"…\"",
        "rule '…': its name needs a letter or digit"
    )]
    public void Read_WhatCannotBeMeant_NamesFilePlaceAndCure(
        string good,
        string bad,
        string problem
    )
    {
        var (path, message) = Refused(good, bad);
        Assert.StartsWith($"{path}: ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbols", "symbols is empty")]
    [InlineData("feeds", "feeds is empty")]
    [InlineData("rules", "rules is empty")]
    public void Read_EmptyList_SaysWhatToName(string member, string problem)
    {
        var json = JsonNode.Parse(
            Good,
            documentOptions: new()
            {
                CommentHandling = System.Text.Json.JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            }
        )!;
        json[member] = new JsonArray();
        var path = Write(json.ToJsonString());
        Assert.Contains(
            problem,
            Assert.Throws<SettingException>(() => WatchlistFile.Read(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("NVDA, AMD")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Read_NoJsonObject_NamesTheFile(string text)
    {
        var path = Write(text);
        Assert.Contains(
            path,
            Assert.Throws<SettingException>(() => WatchlistFile.Read(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_MissingFile_NamesItAndTheSetting()
    {
        var path = Path.Combine(_folder.Path, "none.json");
        var message = Assert.Throws<SettingException>(() => WatchlistFile.Read(path)).Message;
        Assert.StartsWith($"The watchlist {path} can't be read", message, StringComparison.Ordinal);
        Assert.Contains("Set Watchlist:File", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private (string Path, string Message) Refused(string good, string bad)
    {
        var text = Good.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        var path = Write(text);
        return (path, Assert.Throws<SettingException>(() => WatchlistFile.Read(path)).Message);
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder.Path, "watchlist.json");
        File.WriteAllText(path, text);
        return path;
    }
}
