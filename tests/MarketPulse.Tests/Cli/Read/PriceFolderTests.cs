using MarketPulse.Cli.Read;

namespace MarketPulse.Tests.Cli.Read;

public sealed class PriceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_SplitAdjustedBars_AreTakenBackToWhatWasTraded()
    {
        Write(
            "NVDA.csv",
            "date,open,high,low,close,volume,adj_close",
            "2024-06-05,118.371,122.449,117.468,122.44,528402000,122.4",
            "2024-06-07,119.77,121.692,118.022,120.888,412386000,120.8",
            "2024-06-10,120.37,123.1,117.01,121.79,314162700,121.7"
        );
        var series = PriceFolder.Read(_folder.Path, [])["NVDA"];
        Assert.Equal([1224.4, 1208.88, 121.79], series.Bars.Select(b => b.Close));
        Assert.Equal([1, 1, 10], series.Bars.Select(b => b.SplitRatio));
        Assert.Equal(52_840_200, series[0].Volume);
    }

    [Fact]
    public void Read_BarsAsTraded_StayAsTheyAre()
    {
        Write(
            "NVDA.csv",
            "date,open,high,low,close",
            "2024-06-07,1197.7,1216.92,1180.22,1208.88",
            "2024-06-10,120.37,123.1,117.01,121.79"
        );
        var series = PriceFolder.Read(_folder.Path, [])["NVDA"];
        Assert.Equal([1208.88, 121.79], series.Bars.Select(b => b.Close));
        Assert.Equal(10, series[1].SplitRatio);
    }

    [Fact]
    public void Read_SplitsFile_OutranksTheBuiltInOnes()
    {
        Write("splits.csv", "symbol,date,ratio", "ABC,2024-06-10,2");
        Write(
            "ABC.csv",
            "date,open,high,low,close",
            "2024-06-07,10,10,10,10",
            "2024-06-10,10,10,10,10"
        );
        Assert.Equal(
            [20.0, 10],
            PriceFolder.Read(_folder.Path, [])["ABC"].Bars.Select(b => b.Close)
        );
    }

    [Fact]
    public void Read_ImpossibleBar_IsLeftOutAndNoted()
    {
        Write(
            "SPX.csv",
            "date,open,high,low,close",
            "2024-06-07,10,10,10,10",
            "2024-06-10,10,9,11,10",
            "soon,1,1,1,1"
        );
        var notes = new List<string>();
        Assert.Equal(1, PriceFolder.Read(_folder.Path, notes)["SPX"].Count);
        Assert.Equal("SPX.csv: 2 bars were left out, from line 3 on.", Assert.Single(notes));
    }

    [Fact]
    public void Read_NameInSmallLetters_IsTheSymbol()
    {
        Write("nvda.csv", "Date,Open,High,Low,Close", "2024-06-10,10,10,10,10");
        Assert.Equal(["NVDA"], PriceFolder.Read(_folder.Path, []).Keys);
    }

    [Fact]
    public void Read_OneSymbolInTwoFiles_IsRefused()
    {
        Write("nvda.csv", "date,open,high,low,close");
        Write("NVDA.csv", "date,open,high,low,close");
        // Where the file system takes both names for one, there is one file.
        if (Directory.GetFiles(_folder.Path).Length == 2)
        {
            Assert.Contains(
                "several files for NVDA",
                Message(_folder.Path),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("2024-06-10,10,10,10")] // a field less
    [InlineData("2024-06-10,10,10,10,10,1,2,3,4")] // fields more
    [InlineData("2024-06-10,\"10,10,10,10")] // an open quotation mark
    [InlineData("06/10/2024,10,10,10,10")]
    [InlineData("2024-06-10,1e999,NaN,10,10")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("")]
    public void Read_OddLine_LeavesTheOthers(string line)
    {
        Write("SPX.csv", "\ufeffdate,open,high,low,close", "2024-06-07,10,10,10,10", line);
        Assert.Equal(
            new DateOnly(2024, 6, 7),
            PriceFolder.Read(_folder.Path, [])["SPX"][0].Session
        );
    }

    [Theory]
    [InlineData("date;open;high;low;close", "no column 'date'")]
    [InlineData("date,open,high,low", "no column 'close'")]
    [InlineData("", "no column 'date'")]
    public void Read_MissingColumn_NamesIt(string header, string problem)
    {
        Write("NVDA.csv", header);
        Assert.Contains(
            problem,
            Assert.Throws<SettingException>(() => PriceFolder.Read(_folder.Path, [])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_NoFolderOrNoFile_SaysWhatToName()
    {
        Assert.Contains(
            "is no folder",
            Message(Path.Combine(_folder.Path, "none")),
            StringComparison.Ordinal
        );
        Assert.Contains("holds no .csv file", Message(_folder.Path), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Message(string folder) =>
        Assert.Throws<SettingException>(() => PriceFolder.Read(folder, [])).Message;

    private void Write(string name, params string[] lines) =>
        File.WriteAllLines(Path.Combine(_folder.Path, name), lines);
}
