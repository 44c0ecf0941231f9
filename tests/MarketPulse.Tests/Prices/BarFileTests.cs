using MarketPulse.Prices;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Prices;

public sealed class BarFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 21, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_PlainFile_GivesItsBarsInOrder()
    {
        var bars = BarFile.Read(
            Write(
                "date,open,high,low,close,volume",
                "2025-03-18,2,4,1,3,20",
                "2025-03-17,1,2,1,2,10"
            )
        );
        Assert.Equal(
            [
                new QuotedBar(new(2025, 3, 17), 1, 2, 1, 2, 10),
                new QuotedBar(new(2025, 3, 18), 2, 4, 1, 3, 20),
            ],
            bars
        );
    }

    [Fact]
    public void Read_OtherSpellingsAndFurtherColumns_AreUnderstood()
    {
        var bar = Assert.Single(
            BarFile.Read(
                Write(
                    "Date,Open,High,Low,Close,Adj Close,Volume,Dividend,Split,Note",
                    "2025-03-17,1,2,1,2,1.9,10,0.04,10,x"
                )
            )
        );
        Assert.Equal((1.9, 0.04, 10.0), (bar.AdjustedClose!.Value, bar.Dividend, bar.SplitRatio));
    }

    [Fact]
    public void Read_SplitAdjusted_IsTakenBackToTheDay()
    {
        var bars = BarFile.Read(
            Write(
                "date,open,high,low,close,volume,dividend,split",
                "2024-06-07,119.77,121.692,118.022,120.888,412385800,0.004,1",
                "2024-06-10,120.37,123.1,117.01,121.79,314162700,0,10"
            ),
            isSplitAdjusted: true
        );
        Assert.Equal((1208.88, 0.04), (bars[0].Close, bars[0].Dividend));
        Assert.Equal(41238580, bars[0].Volume);
        Assert.Equal((121.79, 10.0), (bars[1].Close, bars[1].SplitRatio));
    }

    [Theory]
    [InlineData(
        "date,open,high,low,volume",
        "2025-03-17,1,2,1,2",
        "line 2: there is no column 'close'"
    )]
    [InlineData(
        "date,open,high,low,close,volume",
        "17.3.2025,1,2,1,2,3",
        "line 2: date '17.3.2025' is not like 2025-03-18"
    )]
    [InlineData(
        "date,open,high,low,close,volume",
        "2025-03-17,1,2,1,two,3",
        "line 2: close 'two' is not a number"
    )]
    [InlineData("", "", "No header")]
    public void Read_WrongFile_NamesTheLine(string header, string line, string message)
    {
        var error = Assert.Throws<FormatException>(() => BarFile.Read(Write(header, line)));
        Assert.Contains("X.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheSameDateTwice_NamesIt()
    {
        var error = Assert.Throws<FormatException>(() =>
            BarFile.Read(
                Write(
                    "date,open,high,low,close,volume",
                    "2025-03-17,1,2,1,2,3",
                    "2025-03-17,1,2,1,2,3"
                )
            )
        );
        Assert.Contains(
            "line 3: 2025-03-17 is there twice",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Source_BarsBeforeTheSpanOrIncomplete_AreLeftOut()
    {
        Write(
            "date,open,high,low,close,volume",
            "2025-03-14,1,2,1,2,3",
            "2025-03-17,1,2,1,2,3",
            "2025-03-18,1,2,1,,3"
        );
        var reply = await Source().GetAsync("X", new(2025, 3, 17), Now, Cancellation);
        Assert.Equal(new(2025, 3, 17), Assert.Single(reply.Bars).Session);
        Assert.Contains(
            "2025-03-18: bar left out",
            Assert.Single(reply.Notes),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Y")]
    [InlineData("../X")]
    public async Task Source_NoFileOfTheSymbol_SaysWhichIsMissing(string symbol)
    {
        Write("date,open,high,low,close,volume", "2025-03-14,1,2,1,2,3");
        var error = await Assert.ThrowsAsync<PriceSourceException>(() =>
            Source().GetAsync(symbol, new(2025, 3, 17), Now, Cancellation)
        );
        Assert.True(error.IsUnknownSymbol);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    private CsvFolderSource Source() =>
        new(Options.Create(new PriceOptions { Csv = new() { Folder = _folder.Path } }));

    private string Write(params string[] lines)
    {
        var path = Path.Combine(_folder.Path, "X.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();
}
