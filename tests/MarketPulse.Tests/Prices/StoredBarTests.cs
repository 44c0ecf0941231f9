using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class StoredBarTests
{
    private static readonly DateOnly Session = new(2025, 3, 18);
    private static readonly DateTimeOffset Evening = new(2025, 3, 18, 20, 20, 0, TimeSpan.Zero);
    private static readonly StoredBar First = StoredBar.New(Bar(100), "yahoo", Evening);

    [Fact]
    public void AsOf_BetweenRevisions_IsWhatWasStoredThen()
    {
        var bar = First
            .Revised(Bar(101), "yahoo", Evening.AddDays(1), null)
            .Revised(Bar(102), "tiingo", Evening.AddDays(2), 101.9);
        Assert.Null(bar.AsOf(Evening.AddTicks(-1)));
        Assert.Equal(100, bar.AsOf(Evening)!.Bar.Close);
        Assert.Equal(100, bar.AsOf(Evening.AddDays(1).AddTicks(-1))!.Bar.Close);
        Assert.Equal(101, bar.AsOf(Evening.AddDays(1))!.Bar.Close);
        Assert.Single(bar.AsOf(Evening.AddDays(1))!.Revisions);
        Assert.Equal(("tiingo", 102.0), (bar.Source, bar.AsOf(Evening.AddDays(9))!.Bar.Close));
    }

    [Fact]
    public void Revised_MoreOftenThanIsKept_KeepsTheFirstAndTheLatest()
    {
        var bar = First;
        for (var i = 1; i <= 40; i++)
        {
            bar = bar.Revised(Bar(100 + i), "yahoo", Evening.AddDays(i), null);
        }

        Assert.Equal(StoredBar.MostRevisions, bar.Revisions.Length);
        Assert.Equal(100, bar.Revisions[0].Bar.Close);
        Assert.Equal(139, bar.Revisions[^1].Bar.Close);
    }

    [Theory]
    [InlineData(100.00005, 1000, true)] // Rounded twice.
    [InlineData(100.01, 1000, false)]
    [InlineData(100, 1010, false)]
    public void Says_OtherFigures_AreTheSameOnlyWithinRounding(
        double close,
        long volume,
        bool same
    ) => Assert.Equal(same, First.Says(new(Session, 100, 150, 98, close, volume)));

    [Fact]
    public void ReturnKnownSince_RevisedVolumeOnly_IsStillTheFirstInstant()
    {
        var bar = First.Revised(
            new(Session, 100, 150, 98, 100, 2000),
            "yahoo",
            Evening.AddDays(1),
            null
        );
        Assert.Equal(Evening, bar.ReturnKnownSince);
        Assert.False(bar.CameLate);
    }

    [Fact]
    public void CameLate_RevisedCloseOrLateArrival_IsTrue()
    {
        Assert.False(First.CameLate);
        Assert.True(First.Revised(Bar(101), "yahoo", Evening.AddHours(1), null).CameLate);
        Assert.True(StoredBar.New(Bar(100), "yahoo", Evening.AddDays(1)).CameLate);
    }

    private static DailyPrice Bar(double close) => new(Session, 100, 150, 98, close, 1000);
}
