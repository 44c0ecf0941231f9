using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MarketPulse.Prices;

/// <summary>The body of Tiingo's end-of-day endpoint → bars as traded.</summary>
/// <remarks>
/// Its plain columns are as traded and <c>divCash</c> and <c>splitFactor</c> stand on their ex-date, so nothing has to be taken
/// back; <c>adjClose</c> is kept for checking. A date is written as midnight UTC and means the exchange's session of that date.
/// </remarks>
public static class TiingoDaily
{
    /// <exception cref="PriceSourceException">The body is not this endpoint's.</exception>
    public static PriceReply Parse(string symbol, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var bars = new SortedDictionary<DateOnly, QuotedBar>();
            var notes = ImmutableArray.CreateBuilder<string>();
            foreach (var row in document.RootElement.EnumerateArray())
            {
                var bar = Read(row);
                if (bar.IsIncomplete)
                {
                    notes.Add($"{bar.Session:yyyy-MM-dd}: bar left out, {bar.Problem}.");
                }
                else
                {
                    bars[bar.Session] = bar;
                }
            }

            return new(TiingoPriceClient.SourceName, [.. bars.Values], notes.ToImmutable());
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new PriceSourceException(
                $"Tiingo's answer for {symbol} is not its end-of-day format ({error.Message}). Nothing was stored; the next run asks again.",
                error
            );
        }
    }

    private static QuotedBar Read(JsonElement row) =>
        new(
            Session(row.GetProperty("date").GetString() ?? ""),
            Number(row, "open"),
            Number(row, "high"),
            Number(row, "low"),
            Number(row, "close"),
            Number(row, "volume"),
            Number(row, "divCash") is var dividend && double.IsNaN(dividend) ? 0 : dividend,
            Number(row, "splitFactor") is var ratio && double.IsNaN(ratio) ? 1 : ratio,
            Number(row, "adjClose") is var adjusted && double.IsNaN(adjusted) ? null : adjusted
        );

    private static DateOnly Session(string text) =>
        DateOnly.ParseExact(
            text.Split('T')[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None
        );

    private static double Number(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : double.NaN;
}
