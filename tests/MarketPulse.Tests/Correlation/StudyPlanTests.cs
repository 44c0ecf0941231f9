using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Correlation;

public class StudyPlanTests
{
    private static readonly DateOnly Day = SampleStudies.EventDay;
    private static readonly WatchedSymbol Nvidia = new(
        "NVDA",
        ["NVIDIA"],
        [new("SPY", HoldsSymbol: true)]
    );

    [Fact]
    public void Missing_NothingStored_IsEveryWindowWithAndWithoutExclusions()
    {
        var missing = Plan(Placed("a", Day)).Missing;
        Assert.Equal(6, missing.Count);
        Assert.Equal(missing.Distinct(), missing);
        Assert.Equal(StudyRules.Windows, missing.Select(m => m.Window).Distinct());
    }

    [Fact]
    public void IsDue_IsFromAQuarterOfAnHourAfterTheWindowsLastClose()
    {
        var plan = Plan(Placed("a", Day));
        var due = TradingCalendar.CloseOf(Day) + PriceIngestion.Margin;
        Assert.False(plan.IsDue(due.AddTicks(-1)));
        Assert.True(plan.IsDue(due));
    }

    [Fact]
    public void With_ResultsStored_LeavesTheRestMissing()
    {
        var plan = Plan(Placed("a", Day));
        var results = plan.Compute(Material(Day), Now);
        Assert.Equal(2, results.Count);
        Assert.Equal(4, plan.With(results).Missing.Count);
        Assert.Empty(plan.With(results).Compute(Material(Day), Now));
    }

    [Fact]
    public void Compute_OtherAnnouncementOfAnotherSession_ConfoundsOnlyTheWindowsThatHoldIt()
    {
        var next = TradingCalendar.After(Day);
        var plan = Plan(Placed("a", Day), Placed("b", next));
        var results = plan.Compute(Material(TradingCalendar.Offset(Day, 5)), Now);
        Assert.Equal(
            [("-1..1", 1), ("0..0", 0), ("0..5", 1)],
            results
                .Where(r => r.Exclusions == "none")
                .Select(r => ($"{r.WindowFrom}..{r.WindowTo}", r.Confounders.Length))
                .OrderBy(r => r.Item1, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Compute_Exclusions_LeaveOutTheOthersDayAndTheNextButNotTheOwn()
    {
        var other = TradingCalendar.Offset(Day, -40);
        var plan = Plan(
            Placed("a", Day),
            Placed("b", other),
            Placed("c", TradingCalendar.Offset(Day, -60), AnnouncementKind.Comment)
        );
        var results = plan.Compute(Material(Day), Now);
        var excluded = Assert.Single(results, r => r.Exclusions == "announcements");
        Assert.Equal(
            [other, TradingCalendar.After(other)],
            excluded.ExcludedSessions.AsEnumerable()
        );
        Assert.Equal(248, excluded.EstimationSessions);
        Assert.Empty(Assert.Single(results, r => r.Exclusions == "none").ExcludedSessions);
    }

    [Fact]
    public void Compute_BenchmarkThatHoldsTheStock_SaysSo() =>
        Assert.Contains(
            "SPY itself holds NVDA, which hides a part of NVDA's own move.",
            Plan(Placed("a", Day)).Compute(Material(Day), Now)[0].Notes
        );

    [Fact]
    public void Compute_UnknownTimeOfDay_SaysSo()
    {
        var undated = SampleStudies.Announcement("a", Day) with
        {
            PublishedAt = null,
            PublishedOn = Day,
        };
        var plan = Plan(new PlacedAnnouncement(undated, EventDay.Of(undated)));
        Assert.Contains(
            plan.Compute(Material(Day), Now)[0].Notes,
            n => n.StartsWith("The time of day is unknown", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Compute_ThinEstimation_SaysSo()
    {
        var from = TradingCalendar.Offset(Day, -110);
        var result = Plan(Placed("a", Day)).Compute(Material(Day, from), Now)[0];
        Assert.Equal(99, result.EstimationSessions);
        Assert.NotNull(result.T);
        Assert.Contains("Thin estimation window: 99 sessions, 120 are asked for.", result.Notes);
    }

    [Fact]
    public void Compute_OneSessionAndMore_HaveAnAbnormalReturnOnlyWhereItIsOne()
    {
        var results = Plan(Placed("a", Day)).Compute(Material(TradingCalendar.Offset(Day, 5)), Now);
        Assert.All(
            results,
            r =>
            {
                Assert.NotNull(r.CumulativeAbnormalReturn);
                Assert.Equal(
                    r.WindowFrom == r.WindowTo ? r.CumulativeAbnormalReturn : null,
                    r.AbnormalReturn
                );
                Assert.Equal(Now, r.ComputedAt);
            }
        );
    }

    [Fact]
    public void Superseded_ResultsOfAnotherEventDay_AreNamed()
    {
        var old = Plan(Placed("a", Day)).Compute(Material(Day), Now);
        var moved = new StudyPlan(Nvidia, Placed("a", TradingCalendar.Before(Day)), [], [.. old]);
        Assert.Equal(6, moved.Missing.Count);
        Assert.Equal(old, moved.Superseded);
    }

    private static DateTimeOffset Now => TradingCalendar.CloseOf(TradingCalendar.Offset(Day, 6));

    private static PlacedAnnouncement Placed(
        string id,
        DateOnly day,
        AnnouncementKind kind = AnnouncementKind.Product
    )
    {
        var announcement = SampleStudies.Announcement(id, day, kind);
        return new(announcement, EventDay.Of(announcement));
    }

    private static StudyPlan Plan(PlacedAnnouncement subject, params PlacedAnnouncement[] others) =>
        new(Nvidia, subject, [subject, .. others], []);

    private static StudyMaterial Material(DateOnly until, DateOnly? from = null)
    {
        var (stock, benchmark) = SampleStudies.Pair(from ?? new(2023, 12, 1), until);
        return new(
            stock,
            ImmutableDictionary<string, AlignedReturns>.Empty.Add("SPY", new(stock, benchmark))
        );
    }
}
