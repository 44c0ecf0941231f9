using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class BarSieveTests
{
    private static readonly DateOnly Today = new(2025, 3, 18);
    private static readonly QuotedBar Fine = new(new(2025, 3, 17), 100, 102, 98, 100, 1000);

    public static TheoryData<QuotedBar, string, bool> Refused =>
        new()
        {
            { Fine with { High = 97 }, "high 97 is under low 98", false },
            { Fine with { Close = 103 }, "close 103 is outside 98 to 102", false },
            { Fine with { Open = 90 }, "open 90 is outside 98 to 102", false },
            { Fine with { Close = 0 }, "close 0 is not a positive number", false },
            { Fine with { Low = -1 }, "is not a positive number", false },
            { Fine with { Volume = -5 }, "volume -5 is negative", false },
            { Fine with { SplitRatio = 0 }, "split ratio 0 is not positive", false },
            { Fine with { Session = new(2025, 3, 19) }, "its session is still to come", false },
            { Fine with { Session = new(2025, 3, 15) }, "there was no session (weekend)", false },
            {
                Fine with
                {
                    Session = new(2025, 1, 9),
                },
                "there was no session (special closure)",
                false
            },
            { Fine with { Volume = 0 }, "no share was traded on an open session", true },
            {
                Scaled(0.1),
                "return of −90.0 % since 2025-03-14 is over 40.0 % and there is no split",
                true
            },
            { Scaled(10), "return of +900.0 % since 2025-03-14 is over 40.0 %", true },
            {
                Fine with
                {
                    SplitRatio = 10,
                },
                "return of +900.0 % since 2025-03-14 is over 40.0 %",
                true
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Sift_BarThatCannotBeBelieved_SaysWhy(QuotedBar bar, string why, bool isDoubtful)
    {
        var (good, refused) = Sift(bar);
        Assert.Empty(good);
        var one = Assert.Single(refused);
        Assert.Contains(why, one.Reason, StringComparison.Ordinal);
        Assert.Equal(isDoubtful, one.IsDoubtful);
    }

    [Fact]
    public void Sift_FallThatASplitExplains_IsBelieved() =>
        Assert.Single(Sift(Scaled(0.1) with { SplitRatio = 10 }).Good);

    [Theory]
    [InlineData(0.61)]
    [InlineData(1.39)]
    public void Sift_LargeMoveUnderTheBound_IsBelieved(double factor) =>
        Assert.Single(Sift(Scaled(factor)).Good);

    [Fact]
    public void Sift_BarOfTheRunningSession_IsNeitherBelievedNorRefused()
    {
        var (good, refused) = Sift(Fine with { Session = Today, High = 1 });
        Assert.Empty(good);
        Assert.Empty(refused);
    }

    [Fact]
    public void Sift_IndexWithoutVolume_IsBelieved()
    {
        var index = Fine with { Volume = 0 };
        var sieve = new BarSieve(new(2025, 3, 17), Today, 0.4);
        Assert.Single(sieve.Sift(new("test", [index], []), new("^X", [])).Good);
    }

    [Fact]
    public void Sift_SpikeOfOneDay_RefusesThatDayOnly()
    {
        var after = Scaled(1.01) with { Session = new(2025, 3, 17) };
        var spike = Scaled(10) with { Session = new(2025, 3, 14) };
        var stored = new PriceSeries("X", [ChartServer.Bar(new(2025, 3, 13), 100)]);
        var (good, refused) = new BarSieve(new(2025, 3, 17), Today, 0.4).Sift(
            new("test", [spike, after], []),
            stored
        );
        Assert.Equal(after, Assert.Single(good));
        Assert.Equal(spike, Assert.Single(refused).Bar);
    }

    [Fact]
    public void Sift_MoveOverManySessions_HasAWiderBound()
    {
        // Nine sessions without a bar: three times the bound.
        var stored = new PriceSeries("X", [ChartServer.Bar(new(2025, 3, 4), 100)]);
        var sieve = new BarSieve(new(2025, 3, 17), Today, 0.4);
        Assert.Single(sieve.Sift(new("test", [Scaled(2.1)], []), stored).Good);
        Assert.Single(sieve.Sift(new("test", [Scaled(2.3)], []), stored).Refused);
    }

    private static (IReadOnlyList<QuotedBar> Good, IReadOnlyList<RefusedBar> Refused) Sift(
        QuotedBar bar
    )
    {
        // A second bar, so that "never any volume" doesn't apply, and one to be compared with.
        var stored = new PriceSeries("X", [ChartServer.Bar(new(2025, 3, 14), 100)]);
        var (good, refused) = new BarSieve(new(2025, 3, 17), Today, 0.4).Sift(
            new("test", [bar], []),
            stored
        );
        return (good, refused);
    }

    private static QuotedBar Scaled(double factor) =>
        Fine with
        {
            Open = Fine.Open * factor,
            High = Fine.High * factor,
            Low = Fine.Low * factor,
            Close = Fine.Close * factor,
        };
}
