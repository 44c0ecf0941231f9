using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MarketPulse.Cli.Read;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Snippets of real articles that lie beside a clone; skipped where they don't.</summary>
public class SharedArticlesTests
{
    private static readonly ImmutableDictionary<string, string> Verdicts = new Dictionary<
        string,
        string
    >
    {
        ["a01"] =
            "Close 115.43 Confirmed, Change -3.43 Confirmed, Low 114.54 Confirmed, High 119.02 Confirmed",
        ["a02"] = "Change -3.43 Confirmed",
        ["a04"] =
            "Close 950 Confirmed, Close 853.54 Confirmed, Change -2 Confirmed, PreMarket -1 CannotCheck",
        ["a06"] = "Change -17 Confirmed, Close 118.58 Contradicted",
        ["a09"] = "AfterHours -6.3 CannotCheck, AfterHours 105.17 CannotCheck",
        ["a10"] = "Change -7 Confirmed",
        ["a13"] = "Intraday 6 CannotCheck, Change 4.98 Confirmed, Close 201.03 Confirmed",
        ["a21"] = "Close 1224.4 Confirmed, Change 60.03 Confirmed, Change 5.16 Confirmed",
        ["a26"] = "High 124.26 Contradicted, Close 122.8 Contradicted, Change 3.3 Contradicted",
        ["a29"] = "Change 10.4 CannotCheck",
    }.ToImmutableDictionary();

    [Fact]
    public void Snippets_HeldAgainstBars_HaveTheirVerdicts()
    {
        var prices = Prices();
        foreach (var line in File.ReadLines(Shared.File("data/articles/articles.jsonl")))
        {
            using var article = JsonDocument.Parse(line);
            var id = article.RootElement.GetProperty("id").GetString()!;
            if (!Verdicts.TryGetValue(id, out var expected))
            {
                continue;
            }

            Assert.Equal(
                $"{id}: {expected}",
                $"{id}: {Told(article.RootElement.GetProperty("text").GetString()!, article.RootElement.GetProperty("published").GetString()!, prices)}"
            );
        }
    }

    [Fact]
    public void FirstArticle_HeldAgainstBars_HasItsThreeStatements()
    {
        var text = File.ReadAllText(Shared.File("seed/000_211260720a5fcf9e.txt"));
        var statements = LabelledArticle.Check(text, "", Prices());
        Assert.Equal(
            "Close 115.43 Confirmed, Change -3.43 Confirmed, YearToDate -16.54 ConfirmedOnAnotherBase",
            Told(text, "", Prices())
        );
        Assert.Equal(
            "from the close of 2025-01-02, not from 2024-12-31: −14.04 %",
            statements[2].Base
        );
    }

    private static Dictionary<string, PriceSeries> Prices() =>
        PriceFolder.Read(Path.GetDirectoryName(Shared.File("data/prices/NVDA.csv"))!, []);

    private static string Told(
        string text,
        string published,
        IReadOnlyDictionary<string, PriceSeries> prices
    ) =>
        string.Join(
            ", ",
            LabelledArticle
                .Check(text, published, prices)
                .Select(s =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{s.Statement.Field} {s.Statement.Value} {s.Verdict}"
                    )
                )
        );
}
