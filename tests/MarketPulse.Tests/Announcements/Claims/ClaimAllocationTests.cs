using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Claims;

/// <summary>A figure costs the same memory however many stand in a text, and however many names stand in its sentence.</summary>
public class ClaimAllocationTests
{
    /// <summary>Twice as much holds fewer figures than are read of one article.</summary>
    private const int Size = 7 * 1024;

    /// <summary>What reading may allocate for each figure, in bytes: some matches and the claim itself.</summary>
    private const long MostAFigure = 2048;

    [Theory]
    [InlineData("3% ")]
    [InlineData("10× ")]
    [InlineData("10倍 ")]
    [InlineData("$1 ")]
    [InlineData("Rubin 3% ")]
    [InlineData("revenue 3% ")]
    public void Read_FigureOverAndOver_AllocatesLittleForEach(string piece)
    {
        var (few, figures) = Allocated(piece, Size);
        var (many, twice) = Allocated(piece, 2 * Size);
        Assert.InRange(twice, (2 * figures) - 2, (2 * figures) + 2);
        Assert.InRange(many / twice, 0, MostAFigure);
        Assert.InRange(many, 0, few * 5 / 2);
    }

    private static (long Bytes, int Figures) Allocated(string piece, int size)
    {
        var article = Read(string.Concat(Enumerable.Repeat(piece, size / piece.Length)));
        var text = ReadableText.Of(article);
        var mentions = Names.Find(text);
        // What is made once is no cost of a figure.
        _ = ClaimReader.Read(article, text, mentions, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var claims = ClaimReader.Read(article, text, mentions, []);
        return (GC.GetAllocatedBytesForCurrentThread() - before, claims.Length);
    }
}
