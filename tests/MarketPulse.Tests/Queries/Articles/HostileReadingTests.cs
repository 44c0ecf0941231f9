using System.Text;
using MarketPulse.Announcements.Articles;
using MarketPulse.Cli.Read;
using MarketPulse.Queries.Articles;
using MarketPulse.Tests.Announcements.Articles;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Queries.Articles;

/// <summary>A whole reading of what no article is: nothing throws, spans lie in the text, and no input costs much memory.</summary>
public class HostileReadingTests
{
    private const int Size = 256 * 1024;

    /// <summary>What one reading may allocate in all; far more than it holds at a time.</summary>
    private const long MostAllocated = 192L * 1024 * 1024;

    private const string Sentence =
        "NVIDIA said on March 18, 2025 that Rubin ships in 2026. The stock closed at $115.43, down 3.43%.\n";

    private static readonly Watchlist Watched = WatchlistFile.Read(WatchlistFile.Default);

    private static readonly Dictionary<string, MarketPulse.Prices.PriceSeries> Prices =
        PriceFolder.Read(Path.Combine(Repository.Root, "src/MarketPulse.Cli/History/prices"), []);

    private static readonly string[] Pieces =
    [
        "<a b=1 ",
        "<b><p>",
        "<h1>a</h1>",
        "<td>",
        "&#x",
        "2025年",
        "in 2026 ",
        "10倍",
        "十倍",
        "1,000,",
        "10 GB ",
        "10 GB, 20 GB, ",
        "so 10x ",
        "doubling to 10 GB ",
        "$1 ",
        "down 3.4% ",
        "收报115美元",
        "英伟达股价收于115.43美元,下跌3.43%。",
        "Rubin ships in 2026; ",
        "A.",
        "(",
        "色网\n",
        "twitter 反差\n",
        "March 18 ",
        "AAAAAAAA ",
        "3% ",
        "3%, ",
        "to $1 ",
        "average gain of 3%, ",
        "10× ",
        "英伟达跌3%，",
        "1.",
        ". ",
        "a\n",
        "明年",
    ];

    public static TheoryData<string> Repeated => [.. Pieces];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Read_OnePieceOverAndOver_IsBounded(string piece) =>
        Check(Encoding.UTF8.GetBytes(Sentence + Fill(() => piece)));

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Read_FourTimesAsMuch_AllocatesInProportion(string piece)
    {
        var whole = Sentence + Fill(() => piece);
        var quarter = whole[..(ArticleReader.MaxCharacters / 4)];
        // What is made once for all readings is made before.
        Allocated(quarter);
        var (less, more) = (Allocated(quarter), Allocated(whole[..ArticleReader.MaxCharacters]));
        Assert.InRange((double)more / less, 0, 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_PiecesInAnyOrder_IsBounded(int seed)
    {
        // Reproducible on purpose: these are inputs, not secrets.
#pragma warning disable CA5394
        var random = new Random(seed);
        Check(Encoding.UTF8.GetBytes(Fill(() => Pieces[random.Next(Pieces.Length)])));
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_MutatedArticles_IsBounded(int seed)
    {
#pragma warning disable CA5394
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(
            Fill(() => SampleText.File(random.Next(2) == 0 ? "keynote-zh.txt" : "keynote-en.txt"))
        );
        for (var change = 0; change < bytes.Length / 50; change++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        Check(bytes);
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_RandomBytes_IsBounded(int seed)
    {
        var bytes = new byte[Size];
#pragma warning disable CA5394
        new Random(seed).NextBytes(bytes);
#pragma warning restore CA5394
        Check(bytes);
    }

    private static string Fill(Func<string> next)
    {
        var text = new StringBuilder();
        while (text.Length < Size)
        {
            text.Append(next());
        }

        return text.ToString();
    }

    private static ArticleAnswer Read(byte[] bytes) =>
        ArticleReading.Read(
            ArticleReader.Read(
                new ArticleBytes(bytes, PublishedOn: SampleText.Day),
                SampleText.Names
            ),
            SampleText.Names,
            Watched,
            Prices
        );

    /// <summary>Bytes that one reading allocates in all.</summary>
    private static long Allocated(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Check(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        Assert.All(answer.Mentions, m => Within(m.Start, m.End));
        Assert.All(answer.Claims, c => Within(c.Start, c.End));
        Assert.All(answer.PriceStatements, s => Within(s.Start, s.End));

        void Within(int start, int end)
        {
            Assert.InRange(start, 0, answer.Text.Length - 1);
            Assert.InRange(end, start + 1, answer.Text.Length);
        }
    }
}
