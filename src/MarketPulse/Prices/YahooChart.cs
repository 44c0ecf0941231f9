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
                throw new PriceSourceException(
                    $"Yahoo has no prices for {symbol}: {error.GetProperty("description").GetString()}. Check the symbol in the watchlist."
                );
            }

            return Read(chart.GetProperty("result")[0]);
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or TimeZoneNotFoundException
            )
        {
            throw new PriceSourceException(
                $"Yahoo's answer for {symbol} is not its chart format ({error.Message}). Nothing was stored; the next run asks again.",
                error
            );
        }
    }

    private static PriceReply Read(JsonElement result)
    {
        if (!result.TryGetProperty("timestamp", out var timestamps))
        {
            return new([], ["The answer holds no bars."]);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            result.GetProperty("meta").GetProperty("exchangeTimezoneName").GetString()!
        );
        var splits = Events(result, "splits", zone)
            .ToDictionary(
                e => e.Day,
                e =>
                    e.Event.GetProperty("numerator").GetDouble()
                    / e.Event.GetProperty("denominator").GetDouble()
            );
        var dividends = Events(result, "dividends", zone)
            .ToDictionary(e => e.Day, e => e.Event.GetProperty("amount").GetDouble());
        var quote = result.GetProperty("indicators").GetProperty("quote")[0];
        var bars = new SortedDictionary<DateOnly, DailyPrice>();
        var notes = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < timestamps.GetArrayLength(); i++)
        {
            var day = Day(timestamps[i].GetInt64(), zone);
            var laterSplits = splits
                .Where(split => split.Key > day)
                .Aggregate(1.0, (product, split) => product * split.Value);
            double Price(string field) => Round(Number(quote, field, i) * laterSplits);
            var (open, high, low, close) = (
                Price("open"),
                Price("high"),
                Price("low"),
                Price("close")
            );
            var volume = Number(quote, "volume", i) / laterSplits;
            var dividend = Math.Round(dividends.GetValueOrDefault(day) * laterSplits, 6);
            var ratio = splits.GetValueOrDefault(day, 1);
            var problem = double.IsNaN(volume)
                ? "no volume"
                : DailyPrice.Problem(
                    open,
                    high,
                    low,
                    close,
                    (long)Math.Round(volume),
                    dividend,
                    ratio
                );
            if (problem is not null)
            {
                notes.Add($"{day:yyyy-MM-dd}: bar left out, {problem}.");
                continue;
            }

            // The same day twice (a live bar behind the daily one): the last one stands.
            bars[day] = new DailyPrice(
                day,
                open,
                high,
                low,
                close,
                (long)Math.Round(volume),
                dividend,
                ratio
            );
        }

        return new([.. bars.Values], notes.ToImmutable());
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

    private static double Number(JsonElement quote, string field, int index) =>
        quote.TryGetProperty(field, out var list)
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
