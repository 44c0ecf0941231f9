using System.Globalization;
using System.Text;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Cli.Read;
using MarketPulse.Cli.Replay;
using MarketPulse.Queries.Articles;
using MarketPulse.Watchlists;

namespace MarketPulse.Benchmarks.Articles;

/// <summary>
/// Reading of what costs most for its size, at 256 KiB and at 1 MiB in the same run: the ratio of the two is what shows a step that
/// grows faster than the text. Processor time is measured, not the clock's.
/// </summary>
internal static class ReadSpeed
{
    private const int Rounds = 7;

    /// <summary>Four times as much in proportion, and something for what else the machine does.</summary>
    private const double MostRatio = 6;

    private static readonly string[] Pieces =
    [
        "3% ",
        "10× ",
        "英伟达跌3%，",
        "NVIDIA closed at $115.43. ",
        "Rubin will ship in 2026. ",
        "1.",
        "A.",
        "明年",
        "a\n",
        "<p>NVIDIA fell 3% in 2025 to 10 GB.</p>\n",
        "<div><b>3%</b>",
    ];

    /// <summary>Prints both times of each and their ratio; fails where it is out of proportion.</summary>
    public static int Run()
    {
        var lexicon = LexiconFile.Read(LexiconFile.Default);
        var watchlist = WatchlistFile.Read(WatchlistFile.Default);
        var prices = PriceFolder.Read(Path.Combine(ReplayHistory.Bundled, "prices"), []);
        var isOutOfProportion = false;
        Console.WriteLine("piece                        256 KiB      1 MiB   ratio   allocated");
        // The runtime needs some time to compile each step for good.
        foreach (var piece in Pieces)
        {
            Measure(Bytes(piece, 256 * 1024));
        }

        foreach (var piece in Pieces)
        {
            var (small, _) = Measure(Bytes(piece, 256 * 1024));
            var (large, allocated) = Measure(Bytes(piece, 1024 * 1024));
            isOutOfProportion |= large / small > MostRatio;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{piece.Trim()[..Math.Min(24, piece.Trim().Length)], -24} {small, 8:0.0} ms {large, 8:0.0} ms {large / small, 6:0.00}  {allocated / 1048576.0, 6:0.0} MiB"
                )
            );
        }

        return isOutOfProportion ? 1 : 0;

        (double Milliseconds, long Bytes) Measure(byte[] bytes)
        {
            var times = new List<double>();
            var allocated = 0L;
            for (var i = 0; i < Rounds; i++)
            {
                GC.Collect();
                var (started, before) = (
                    Environment.CpuUsage.TotalTime,
                    GC.GetAllocatedBytesForCurrentThread()
                );
                ArticleReading.Read(
                    ArticleReader.Read(
                        new ArticleBytes(bytes, PublishedOn: new(2025, 3, 21)),
                        lexicon
                    ),
                    lexicon,
                    watchlist,
                    prices
                );
                times.Add((Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            return (times.Order().ElementAt(Rounds / 2), allocated);
        }
    }

    private static byte[] Bytes(string piece, int size)
    {
        var text = new StringBuilder(piece.StartsWith('<') ? "<html><body><article>" : "");
        var length = Encoding.UTF8.GetByteCount(piece);
        for (var at = 0; at < size; at += length)
        {
            text.Append(piece);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
