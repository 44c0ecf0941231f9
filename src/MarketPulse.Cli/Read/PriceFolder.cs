using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MarketPulse.Prices;

namespace MarketPulse.Cli.Read;

/// <summary>A folder of daily bars, <c>SYMBOL.csv</c> each (IO), as docs/reading.md describes it.</summary>
internal static class PriceFolder
{
    private const string SplitsFile = "splits.csv";

    private static readonly string[] Needed = ["date", "open", "high", "low", "close"];

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = args => args.Header.Trim().ToLowerInvariant(),
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
        MissingFieldFound = null,
    };

    /// <summary>The bars by symbol, as traded.</summary>
    /// <param name="notes">Takes what was left out and why.</param>
    /// <exception cref="SettingException">No such folder, no bars in it, or a file that has no such columns.</exception>
    public static Dictionary<string, PriceSeries> Read(string folder, ICollection<string> notes)
    {
        if (!Directory.Exists(folder))
        {
            throw new SettingException(
                $"--prices {folder} is no folder. Name one that holds a file for each symbol, such as NVDA.csv."
            );
        }

        try
        {
            var splits = Path.Combine(folder, SplitsFile);
            IReadOnlyList<KnownSplit> known = File.Exists(splits)
                ? ReadSplits(splits)
                : KnownSplit.BuiltIn;
            var series = Directory
                .GetFiles(folder, "*.csv")
                .Where(path => Path.GetFileName(path) != SplitsFile)
                .Order(StringComparer.Ordinal)
                .Select(path => ReadBars(path, known, notes))
                .ToList();
            if (series.CountBy(s => s.Symbol).FirstOrDefault(s => s.Value > 1).Key is { } twice)
            {
                throw new SettingException(
                    $"--prices {folder} has several files for {twice}, in capitals and not. Leave one."
                );
            }

            return series.Count > 0
                ? series.ToDictionary(s => s.Symbol)
                : throw new SettingException(
                    $"--prices {folder} holds no .csv file. Put a file for each symbol there, such as NVDA.csv."
                );
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new SettingException($"--prices {folder} can't be read: {error.Message}", error);
        }
    }

    private static PriceSeries ReadBars(
        string path,
        IReadOnlyList<KnownSplit> known,
        ICollection<string> notes
    )
    {
        var symbol = Path.GetFileNameWithoutExtension(path).ToUpperInvariant();
        using var reader = new CsvReader(new StreamReader(path), Form);
        string[] header =
            reader.Read() && reader.ReadHeader()
                ? [.. reader.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant())]
                : [];
        if (Needed.FirstOrDefault(c => !header.Contains(c)) is { } missing)
        {
            throw new SettingException(
                $"{path}, line 1: there is no column '{missing}', and columns are parted by commas. The columns are date,open,high,low,close and, where known, volume,dividend,split."
            );
        }

        var bars = new SortedDictionary<DateOnly, DailyPrice>();
        var bad = new List<string>();
        while (reader.Read())
        {
            if (Bar(reader) is not { } bar)
            {
                bad.Add($"line {reader.Parser.RawRow}");
            }
            else if (!bars.TryAdd(bar.Session, bar))
            {
                bad.Add($"line {reader.Parser.RawRow} (a second bar of {bar.Session:yyyy-MM-dd})");
            }
        }

        if (bad.Count > 0)
        {
            notes.Add(
                $"{Path.GetFileName(path)}: {bad.Count} bars were left out, from {bad[0]} on."
            );
        }

        // A file with splits of its own is as traded; one without is taken back by the splits that are known.
        var own = header.Contains("split");
        return new PriceSeries(
            symbol,
            own
                ? bars.Values
                : KnownSplit.AsTraded([.. bars.Values], [.. known.Where(s => s.Symbol == symbol)])
        );
    }

    /// <summary>Null where the line is no possible bar.</summary>
    private static DailyPrice? Bar(CsvReader reader)
    {
        if (
            !DateOnly.TryParseExact(
                reader.GetField("date"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var session
            )
        )
        {
            return null;
        }

        var (open, high, low, close) = (
            Number(reader, "open"),
            Number(reader, "high"),
            Number(reader, "low"),
            Number(reader, "close")
        );
        // An index has no volume.
        var volume =
            Number(reader, "volume") is var v && double.IsFinite(v) && v < long.MaxValue / 2
                ? (long)Math.Round(v)
                : 0;
        var dividend = Number(reader, "dividend") is var d && double.IsFinite(d) ? d : 0;
        var split = Number(reader, "split") is var s && double.IsFinite(s) ? s : 1;
        return DailyPrice.Problem(open, high, low, close, volume, dividend, split) is null
            ? new(session, open, high, low, close, volume, dividend, split)
            : null;
    }

    private static double Number(CsvReader reader, string column) =>
        double.TryParse(
            reader.GetField(column),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : double.NaN;

    private static List<KnownSplit> ReadSplits(string path)
    {
        using var reader = new CsvReader(new StreamReader(path), Form);
        var splits = new List<KnownSplit>();
        string[] header =
            reader.Read() && reader.ReadHeader()
                ? [.. reader.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant())]
                : [];
        if (!header.Contains("symbol") || !header.Contains("date") || !header.Contains("ratio"))
        {
            throw new SettingException(
                $"{path}, line 1: write the header symbol,date,ratio; the splits follow, such as NVDA,2024-06-10,10."
            );
        }

        while (reader.Read())
        {
            if (
                reader.GetField("symbol") is not { Length: > 0 } symbol
                || !DateOnly.TryParseExact(
                    reader.GetField("date"),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var session
                )
                || !(Number(reader, "ratio") is > 0 and < 1000)
            )
            {
                throw new SettingException(
                    $"{path}, line {reader.Parser.RawRow}: write symbol,date,ratio, such as NVDA,2024-06-10,10."
                );
            }

            splits.Add(new(symbol, session, Number(reader, "ratio")));
        }

        return splits;
    }
}
