using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Correlation;

public class SingleEventStudyTests
{
    private static readonly DateOnly From = new(2023, 12, 1);
    private static readonly DateOnly To = new(2025, 3, 28);
    private static readonly EventWindow Day = new(0, 0);

    [Fact]
    public void Measure_PlantedSurprise_IsFoundAsTheAbnormalReturn()
    {
        var figures = Measure(
            SampleStudies.Pair(From, To, s => s == SampleStudies.EventDay ? 0.2 : 0),
            Day
        );
        Assert.Null(figures.Problem);
        Assert.Equal(250, figures.EstimationSessions);
        Assert.Equal(TradingCalendar.Offset(SampleStudies.EventDay, -260), figures.EstimationFrom);
        Assert.Equal(TradingCalendar.Offset(SampleStudies.EventDay, -11), figures.EstimationTo);
        Assert.Equal(2, figures.Model!.Beta, 0.05);
        Assert.Equal(0.2, figures.Abnormal!.Value, 0.02);
        Assert.True(figures.Abnormal.P < 1e-6);
        Assert.Equal(
            figures.Return!.Value,
            figures.ExpectedReturn!.Value + figures.Abnormal.Value,
            12
        );
    }

    [Fact]
    public void Measure_SurpriseOnTheDayItself_IsNotInTheEstimate()
    {
        var plain = Measure(SampleStudies.Pair(From, To), Day);
        var planted = Measure(
            SampleStudies.Pair(From, To, s => s == SampleStudies.EventDay ? 0.2 : 0),
            Day
        );
        Assert.Equal(plain.Model, planted.Model);
    }

    [Fact]
    public void Measure_LongerWindow_CompoundsReturnsAndSumsAbnormalOnes()
    {
        var pair = SampleStudies.Pair(From, To, s => s == SampleStudies.EventDay ? 0.2 : 0);
        var figures = Measure(pair, new(-1, 1));
        var (first, last) = (
            pair.Stock.IndexOf(new(2025, 3, 14)),
            pair.Stock.IndexOf(new(2025, 3, 19))
        );
        Assert.Equal(
            pair.Stock[last].Close / pair.Stock[first].Close,
            1 + figures.Return!.Value,
            12
        );
        Assert.Equal(pair.Stock[last].Close, figures.Close);
        Assert.Equal(0.2, figures.Abnormal!.Value, 0.03);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Measure_FewSessions_AnswersFromSixtyOn(int sessions, bool answers)
    {
        // The first bar has no return.
        var from = TradingCalendar.Offset(
            SampleStudies.EventDay,
            StudyRules.Estimation.To - sessions
        );
        var figures = Measure(SampleStudies.Pair(from, To), Day);
        Assert.Equal(sessions, figures.EstimationSessions);
        Assert.Equal(answers, figures.Abnormal is not null);
        Assert.NotNull(figures.Return);
        Assert.Equal(
            answers
                ? null
                : "59 estimation sessions, 1 fewer than the least that is asked for (60)",
            figures.Problem
        );
    }

    [Fact]
    public void Measure_NoSessionsBefore_HasNoEstimate()
    {
        var figures = Measure(
            SampleStudies.Pair(TradingCalendar.Before(SampleStudies.EventDay), To),
            Day
        );
        Assert.Equal(0, figures.EstimationSessions);
        Assert.Null(figures.EstimationFrom);
        Assert.Null(figures.Abnormal);
    }

    [Theory]
    [InlineData("2025-03-18")]
    [InlineData("2025-03-17")] // Without the close before there is no return of the day.
    public void Measure_MissingBar_SaysWhichReturnIsMissing(string missing)
    {
        var (stock, benchmark) = SampleStudies.Pair(From, To);
        var gap = DateOnly.ParseExact(
            missing,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture
        );
        var figures = Measure((stock.Without(gap), benchmark), Day);
        Assert.Equal("no return for 2025-03-18", figures.Problem);
        Assert.Null(figures.Return);
        Assert.Null(figures.Abnormal);
    }

    [Fact]
    public void Measure_MissingBarInTheEstimate_LeavesTwoSessionsOut()
    {
        var (stock, benchmark) = SampleStudies.Pair(From, To);
        var figures = Measure((stock.Without(new DateOnly(2024, 6, 12)), benchmark), Day);
        Assert.Equal(248, figures.EstimationSessions);
        Assert.Empty(figures.ExcludedSessions);
    }

    [Fact]
    public void Measure_ExcludedSessions_AreLeftOutAndListed()
    {
        var pair = SampleStudies.Pair(From, To, s => s == new DateOnly(2024, 6, 12) ? 0.5 : 0);
        var calm = Measure(SampleStudies.Pair(From, To), Day);
        var figures = Measure(
            pair,
            Day,
            new DateOnly(2024, 6, 12),
            new DateOnly(2020, 1, 2), // Outside the window: nothing to leave out.
            SampleStudies.EventDay
        );
        Assert.Equal([new DateOnly(2024, 6, 12)], figures.ExcludedSessions);
        Assert.Equal(249, figures.EstimationSessions);
        Assert.Equal(calm.Model!.Sigma, figures.Model!.Sigma, 1e-4);
    }

    [Fact]
    public void Measure_WindowBeyondTheBars_SaysSo() =>
        Assert.Equal(
            "the window 0..5 reaches beyond the stored bars",
            Measure(SampleStudies.Pair(From, new(2025, 3, 20)), new(0, 5)).Problem
        );

    [Fact]
    public void Measure_DayBeyondTheBars_SaysSo() =>
        Assert.Equal(
            "no bars around 2025-03-18",
            Measure(SampleStudies.Pair(From, new(2025, 3, 14)), Day).Problem
        );

    [Fact]
    public void Measure_BenchmarkThatNeverMoves_SaysSo()
    {
        var (stock, benchmark) = SampleStudies.Pair(From, To);
        var flat = new PriceSeries(
            "SPY",
            benchmark.Bars.Select(b => SampleStudies.Bar(b.Session, 100))
        );
        Assert.Equal(
            "the benchmark never moved in the estimation window",
            Measure((stock, flat), Day).Problem
        );
    }

    private static StudyFigures Measure(
        (PriceSeries Stock, PriceSeries Benchmark) pair,
        EventWindow window,
        params DateOnly[] excluded
    ) =>
        SingleEventStudy.Measure(
            pair.Stock,
            new(pair.Stock, pair.Benchmark),
            SampleStudies.EventDay,
            window,
            excluded.ToImmutableHashSet()
        );
}
