using System.Net;
using System.Text.Json;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

/// <summary>Replies that were recorded from the real endpoint.</summary>
public class YahooRecordingsTests
{
    private const string Folder = "data/feeds/yahoo_chart";
    private const string Nvidia =
        $"{Folder}/bodies/yf2_historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.csv.json";

    [Fact]
    public void Parse_EveryRecording_GivesTheBarsThatItsJsonHolds()
    {
        var bars = 0;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Shared.File(Nvidia))!))
        {
            bars += Compare(file);
        }

        Assert.True(bars > 3_800, $"{bars} bars compared");
    }

    [Fact]
    public void Parse_RecordedErrors_SayWhatTheyAre()
    {
        var errors = File.ReadLines(Shared.File($"{Folder}/error_bodies.jsonl"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToList();
        Assert.NotEmpty(errors);
        foreach (var error in errors)
        {
            var body = System.Text.Encoding.UTF8.GetBytes(error.GetProperty("body").GetString()!);
            var thrown = Assert.Throws<PriceSourceException>(() => YahooChart.Parse("NVDA", body));
            Assert.Contains("NVDA", thrown.Message, StringComparison.Ordinal);
            Assert.Equal(
                error
                    .GetProperty("body")
                    .GetString()!
                    .Contains("delisted", StringComparison.Ordinal),
                thrown.IsUnknownSymbol
            );
        }
    }

    [Fact]
    public void Parse_NvidiaOverItsFirstSplit_IsAsTraded()
    {
        // Recorded in 2025 but listing 2021's split alone: what came after the span isn't in the answer, so bars are on the share
        // count of early 2022 at most. That is why the client always asks up to the present.
        var reply = YahooChart.Parse("NVDA", File.ReadAllBytes(Shared.File(Nvidia)));
        var split = reply.Bars.Single(b => b.SplitRatio != 1);
        Assert.Equal((new DateOnly(2021, 7, 20), 4.0), (split.Session, split.SplitRatio));
        var before = reply.Bars.Single(b => b.Session == new DateOnly(2021, 7, 19));
        Assert.Equal(75.119, before.Close, 3); // 751.19 / 10: the later split's tenth.
        Assert.Equal(before.Close / 4, split.Close, 0.6);
    }

    private static int Compare(string file)
    {
        JsonElement root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            root = default;
        }

        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("chart", out var chart)
            || chart.GetProperty("result").ValueKind != JsonValueKind.Array
        )
        {
            Assert.Throws<PriceSourceException>(() =>
                YahooChart.Parse("X", File.ReadAllBytes(file))
            );
            return 0;
        }

        var reply = YahooChart.Parse("X", File.ReadAllBytes(file));
        var result = chart.GetProperty("result")[0];
        var stamps = result.TryGetProperty("timestamp", out var list)
            ? list.EnumerateArray().Select(t => t.GetInt64()).ToList()
            : [];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            result.GetProperty("meta").GetProperty("exchangeTimezoneName").GetString()!
        );
        var bars = reply.Bars.ToDictionary(b => b.Session);
        var seen = new HashSet<DateOnly>();
        for (var i = 0; i < stamps.Count; i++)
        {
            var day = DateOnly.FromDateTime(
                TimeZoneInfo
                    .ConvertTime(DateTimeOffset.FromUnixTimeSeconds(stamps[i]), zone)
                    .DateTime
            );
            var quote = result.GetProperty("indicators").GetProperty("quote")[0];
            double? At(string field) =>
                quote.GetProperty(field)[i] is { ValueKind: JsonValueKind.Number } number
                    ? number.GetDouble()
                    : null;
            if (At("close") is not { } close || At("volume") is not { } volume)
            {
                continue;
            }

            var bar = bars[day];
            seen.Add(day);
            var later = reply
                .Bars.Where(b => b.Session > day)
                .Aggregate(1.0, (product, b) => product * b.SplitRatio);
            Assert.Equal(close, bar.Close / later, 6e-5);
            Assert.Equal(At("open")!.Value, bar.Open / later, 6e-5);
            Assert.Equal(At("high")!.Value, bar.High / later, 6e-5);
            Assert.Equal(At("low")!.Value, bar.Low / later, 6e-5);
            Assert.Equal(volume, bar.Volume * later, 0.5);
        }

        Assert.Equal(bars.Keys.Order(), seen.Order());
        return seen.Count;
    }
}
