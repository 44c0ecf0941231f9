using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MarketPulse.Prices;

/// <summary>A CSV file of one symbol's daily bars → bars as traded (IO).</summary>
/// <remarks>
/// Header <c>date,open,high,low,close,volume</c> and, where there are any, <c>dividend</c> (cash per share on its ex-date),
/// <c>split</c> (new shares per old, on the first session of the new count) and <c>adj_close</c>; case, blanks and underscores
/// don't count, further columns are skipped. Dates are ISO, decimals have a point, an empty figure is missing. Order is free.
/// </remarks>
public static class BarFile
{
    /// <param name="isSplitAdjusted">
    /// Whether prices and dividends are divided by, and volumes multiplied with, the later splits of the column <c>split</c>.
    /// </param>
    /// <exception cref="FormatException">A line can't be read; the message names the file and the line.</exception>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static ImmutableArray<QuotedBar> Read(string path, bool isSplitAdjusted = false)
    {
        using var reader = new CsvReader(
            new StreamReader(path),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                PrepareHeaderForMatch = header => Plain(header.Header),
            }
        );
        var bars = new SortedDictionary<DateOnly, QuotedBar>();
        try
        {
            reader.Read();
            reader.ReadHeader();
            while (reader.Read())
            {
                var bar = ReadLine(reader);
                if (!bars.TryAdd(bar.Session, bar))
                {
                    throw new FormatException($"{bar.Session:yyyy-MM-dd} is there twice.");
                }
            }
        }
        catch (Exception error)
            when (error is CsvHelperException or ArgumentException or FormatException)
        {
            throw new FormatException(
                $"{path}, line {Math.Max(1, reader.Parser.Row)}: {error.Message.Split('\n')[0].TrimEnd('\r')}",
                error
            );
        }

        return isSplitAdjusted ? Traded(bars.Values) : [.. bars.Values];
    }

    private static QuotedBar ReadLine(CsvReader reader)
    {
        double Needed(string column) =>
            Number(
                column,
                reader.TryGetField<string>(column, out var text)
                    ? text
                    : throw new FormatException(
                        $"there is no column '{column}'. Needed are date, open, high, low, close and volume."
                    )
            ) ?? double.NaN;
        double? Optional(string column) =>
            reader.TryGetField<string>(column, out var text) ? Number(column, text) : null;
        var date = reader.TryGetField<string>("date", out var day) ? day! : "";
        return new(
            DateOnly.TryParseExact(
                date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowWhiteSpaces,
                out var session
            )
                ? session
                : throw new FormatException($"date '{date}' is not like 2025-03-18."),
            Needed("open"),
            Needed("high"),
            Needed("low"),
            Needed("close"),
            Needed("volume"),
            Optional("dividend") ?? 0,
            Optional("split") ?? 1,
            Optional("adjclose")
        );
    }

    private static double? Number(string column, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
        : throw new FormatException($"{column} '{text}' is not a number.");

    private static ImmutableArray<QuotedBar> Traded(IEnumerable<QuotedBar> adjusted)
    {
        var (later, bars) = (1.0, new Stack<QuotedBar>());
        foreach (var bar in adjusted.Reverse())
        {
            // Only what is taken back needs rounding: to the decimals that a quote has.
            bars.Push(
                later == 1
                    ? bar
                    : bar with
                    {
                        Open = Math.Round(bar.Open * later, 4),
                        High = Math.Round(bar.High * later, 4),
                        Low = Math.Round(bar.Low * later, 4),
                        Close = Math.Round(bar.Close * later, 4),
                        Volume = bar.Volume / later,
                        Dividend = Math.Round(bar.Dividend * later, 6),
                    }
            );
            later *= bar.SplitRatio;
        }

        return [.. bars];
    }

    private static string Plain(string header) =>
        string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
