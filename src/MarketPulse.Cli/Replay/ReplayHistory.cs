using System.Collections.Immutable;
using System.Security.Cryptography;
using MarketPulse.Prices;

namespace MarketPulse.Cli.Replay;

/// <summary>A folder of bars (<c>prices/SYMBOL.csv</c>) and feeds (<c>feeds/NAME.xml</c>), as History/README.md describes it.</summary>
internal sealed class ReplayHistory
{
    /// <summary>How long after a close its bar is to be had.</summary>
    public static readonly TimeSpan BarDelay = PriceIngestion.Margin;

    private ReplayHistory(
        ImmutableDictionary<string, ImmutableArray<DailyPrice>> prices,
        ImmutableDictionary<string, HistoryFeed> feeds,
        string fingerprint
    ) => (Prices, Feeds, Fingerprint) = (prices, feeds, fingerprint);

    /// <summary>The folder that comes with the program.</summary>
    public static string Bundled => Path.Combine(AppContext.BaseDirectory, "History");

    public ImmutableDictionary<string, ImmutableArray<DailyPrice>> Prices { get; }

    public ImmutableDictionary<string, HistoryFeed> Feeds { get; }

    /// <summary>Equal for equal files.</summary>
    public string Fingerprint { get; }

    /// <exception cref="SettingException">A file is missing or can't be read; the message names it, the line and the cure.</exception>
    public static ReplayHistory Read(string folder)
    {
        var prices = Files(folder, "prices", "*.csv")
            .ToImmutableDictionary(f => Path.GetFileNameWithoutExtension(f), ReadPrices);
        var feeds = Files(folder, "feeds", "*.xml")
            .ToImmutableDictionary(f => Path.GetFileNameWithoutExtension(f), ReadFeed);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in Files(folder, "prices", "*.csv").Concat(Files(folder, "feeds", "*.xml"))
        )
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return new(prices, feeds, Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }

    /// <summary>Every instant at which some feed changes (UTC), in order.</summary>
    public ImmutableArray<DateTimeOffset> FeedChanges =>
        [.. Feeds.Values.SelectMany(f => f.Changes).Distinct().Order()];

    /// <summary>Every instant at which some bar is to be had (UTC), in order.</summary>
    public ImmutableArray<DateTimeOffset> BarChanges =>
        [
            .. Prices
                .Values.SelectMany(bars => bars)
                .Select(b => b.Session)
                .Distinct()
                .Order()
                .Select(s => TradingCalendar.CloseOf(s) + BarDelay),
        ];

    private static string[] Files(string folder, string part, string pattern)
    {
        var path = Path.Combine(folder, part);
        string[] files = Directory.Exists(path)
            ? [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)]
            : [];
        return files.Length > 0
            ? files
            : throw new SettingException(
                $"The history folder {folder} has no {part}/{pattern}. Leave --history out for the bundled one."
            );
    }

    private static HistoryFeed ReadFeed(string path)
    {
        try
        {
            return new HistoryFeed(path);
        }
        catch (Exception error)
            when (error is System.Xml.XmlException or NullReferenceException or FormatException)
        {
            throw new SettingException(
                $"{path} is not a feed with a date on each entry: {error.Message}",
                error
            );
        }
    }

    private static ImmutableArray<DailyPrice> ReadPrices(string path)
    {
        try
        {
            return [.. BarFile.Read(path).Select(bar => bar.ToDailyPrice())];
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IOException)
        {
            throw new SettingException(
                error is ArgumentException ? $"{path}: {error.Message}" : error.Message,
                error
            );
        }
    }
}
