using System.Collections.Immutable;
using System.Text.Json;

namespace MarketPulse.Prices;

/// <summary>The body of Yahoo's v8 chart endpoint → bars as traded.</summary>
/// <remarks>
/// Yahoo's prices are divided by, and its volumes multiplied with, every split that it knows of up to the moment of the request,
/// so each bar is taken back to its own share count with the splits that the same body lists. Dividends are treated alike.
/// A null is missing, never 0. Session dates are the timestamps read in the exchange's own zone.
/// </remarks>
public static class YahooChart
{
    /// <exception cref="PriceSourceException">The body is an error, or not this endpoint's.</exception>
    public static PriceReply Parse(string symbol, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var chart = document.RootElement.GetProperty("chart");
            if (
                chart.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
            )
            {
                throw Refusal(symbol, error);
            }

            return Read(chart.GetProperty("result")[0]);
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or TimeZoneNotFoundException
                        or InvalidTimeZoneException
            )
        {
            throw new PriceSourceException(
                $"Yahoo's answer for {symbol} is not its chart format ({error.Message}). Nothing was stored; the next run asks again.",
                error
            );
        }
    }

    private static PriceSourceException Refusal(string symbol, JsonElement error)
    {
        var said = error.GetProperty("description").GetString() ?? "";
        return
            said.Contains("delisted", StringComparison.OrdinalIgnoreCase)
            || said.Contains("No data found", StringComparison.OrdinalIgnoreCase)
            ? new($"Yahoo has no prices for {symbol}: {said}.") { IsUnknownSymbol = true }
            : new($"Yahoo has no prices for {symbol}: {said}.");
    }

    private static PriceReply Read(JsonElement result)
    {
        if (
            !result.TryGetProperty("timestamp", out var timestamps)
            || timestamps.ValueKind == JsonValueKind.Null
        )
        {
            return new(YahooPriceClient.SourceName, [], ["The answer holds no bars."]);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            result.GetProperty("meta").GetProperty("exchangeTimezoneName").GetString()!
        );
        var splits = Events(result, "splits", zone)
            .Select(e => (e.Day, Ratio: Ratio(e.Event)))
            .Where(split => double.IsFinite(split.Ratio) && split.Ratio > 0)
            .ToDictionary(split => split.Day, split => split.Ratio);
        var dividends = Events(result, "dividends", zone)
            .ToDictionary(e => e.Day, e => e.Event.GetProperty("amount").GetDouble());
        var indicators = result.GetProperty("indicators");
        var quote = indicators.GetProperty("quote")[0];
        var adjusted = Adjusted(indicators);
        var bars = new SortedDictionary<DateOnly, QuotedBar>();
        var notes = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < timestamps.GetArrayLength(); i++)
        {
            var day = Day(timestamps[i].GetInt64(), zone);
            var laterSplits = splits
                .Where(split => split.Key > day)
                .Aggregate(1.0, (product, split) => product * split.Value);
            double Price(string field) => Round(Number(quote, field, i) * laterSplits);
            var bar = new QuotedBar(
                day,
                Price("open"),
                Price("high"),
                Price("low"),
                Price("close"),
                Number(quote, "volume", i) / laterSplits,
                Math.Round(dividends.GetValueOrDefault(day) * laterSplits, 6),
                splits.GetValueOrDefault(day, 1),
                Number(adjusted, "adjclose", i) is var close && double.IsNaN(close) ? null : close
            );
            if (bar.IsIncomplete)
            {
                notes.Add($"{day:yyyy-MM-dd}: bar left out, {bar.Problem}.");
                continue;
            }

            // The same day twice (a live bar behind the daily one): the last one stands.
            bars[day] = bar;
        }

        return new(YahooPriceClient.SourceName, [.. bars.Values], notes.ToImmutable());
    }

    private static IEnumerable<(DateOnly Day, JsonElement Event)> Events(
        JsonElement result,
        string kind,
        TimeZoneInfo zone
    ) =>
        result.TryGetProperty("events", out var events) && events.TryGetProperty(kind, out var list)
            ? list.EnumerateObject()
                .Select(e => (Day(e.Value.GetProperty("date").GetInt64(), zone), e.Value))
                .DistinctBy(e => e.Item1)
            : [];

    private static double Ratio(JsonElement split) =>
        split.GetProperty("numerator").GetDouble() / split.GetProperty("denominator").GetDouble();

    private static JsonElement Adjusted(JsonElement indicators) =>
        indicators.TryGetProperty("adjclose", out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() > 0
            ? list[0]
            : default;

    private static double Number(JsonElement lists, string field, int index) =>
        lists.ValueKind == JsonValueKind.Object
        && lists.TryGetProperty(field, out var list)
        && list.ValueKind == JsonValueKind.Array
        && index < list.GetArrayLength()
        && list[index].ValueKind == JsonValueKind.Number
            ? list[index].GetDouble()
            : double.NaN;

    /// <summary>Yahoo's figures passed through single precision; four decimals are what a quote can have.</summary>
    private static double Round(double price) => Math.Round(price, 4);

    private static DateOnly Day(long timestamp, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(timestamp), zone).DateTime
        );
}
