using FsCheck.Xunit;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class PriceGapTests
{
    private static readonly DateOnly From = new(2024, 11, 15);
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 20, 20, 0, TimeSpan.Zero);

    [Property(MaxTest = 200)]
    public bool Find_AnySessionsKnown_GapsAreExactlyTheOthersAndNeverTouch(bool[] known)
    {
        var sessions = TradingCalendar.Sessions(From, From.AddDays(known.Length + 5)).ToList();
        var there = sessions.Where((_, i) => i < known.Length && known[i]).ToHashSet();
        var gaps = PriceGap.Find(From, From.AddDays(known.Length + 5), there.Contains);
        var missing = gaps.SelectMany(g => TradingCalendar.Sessions(g.From, g.To)).ToList();
        return missing.SequenceEqual(sessions.Where(s => !there.Contains(s)))
            && gaps.Zip(gaps.Skip(1), (a, b) => TradingCalendar.After(a.To) < b.From).All(x => x);
    }

    [Fact]
    public void Asked_InVain_IsLessAndLessOftenAndThenNever()
    {
        var gap = new PriceGap(From, From, 0, DateTimeOffset.UnixEpoch);
        var waits = new List<TimeSpan?>();
        for (var i = 0; i < PriceGap.MostAttempts; i++)
        {
            gap = gap.Asked(Now);
            waits.Add(gap.NextAttemptAt - Now);
        }

        Assert.Equal(
            [
                .. Enumerable.Repeat<TimeSpan?>(TimeSpan.FromHours(1), 3),
                .. Enumerable.Repeat<TimeSpan?>(TimeSpan.FromDays(1), 6),
                null,
            ],
            waits
        );
    }
}
