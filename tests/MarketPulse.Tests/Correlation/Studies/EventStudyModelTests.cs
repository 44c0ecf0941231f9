using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation.Studies;

/// <summary>What each model, each kind of return and each refusal comes to.</summary>
public class EventStudyModelTests
{
    private const int Row = 150;

    private static readonly EventStudyOptions _options = new()
    {
        Market = "MKT",
        Estimation = new(-140, -11),
        Windows = [new(-1, 1)],
    };

    [Fact]
    public void MarketAdjusted_NothingIsEstimated_SoTheErrorIsSigmaRootL()
    {
        var data = new SyntheticReturns(31, 1, 200);

        var figures = Run(
            data,
            _options with
            {
                Model = ExpectedReturnModel.MarketAdjusted,
            }
        ).Figures;

        double[] differences = [.. data.Firms[0].Zip(data.Market, (r, m) => r - m)];
        var sigma = Math.Sqrt(differences[10..140].Sum(d => d * d) / 130);
        var car = figures.Window(0, 0);
        Close.To(differences[149..152].Sum(), car.Value, "CAR", 1e-12);
        Close.To(sigma * Math.Sqrt(3), car.StandardError, "SE", 1e-12);
        Assert.Equal(130, car.DegreesOfFreedom);
        Assert.Equal((0, 1), (figures.Model(0).Alpha, figures.Model(0).Beta));
    }

    [Fact]
    public void MeanAdjusted_OneDay_HasTheErrorOfANewObservation()
    {
        var data = new SyntheticReturns(32, 1, 200);

        var figures = Run(data, _options with { Model = ExpectedReturnModel.MeanAdjusted }).Figures;

        var mean = data.Firms[0][10..140].Average();
        var sigma = Math.Sqrt(data.Firms[0][10..140].Sum(r => (r - mean) * (r - mean)) / 129);
        var day = figures.Day(0, 10);
        Close.To(data.Firms[0][Row] - mean, day.Value, "AR", 1e-12);
        Close.To(sigma * Math.Sqrt(1 + (1 / 130.0)), day.StandardError, "SE", 1e-12);
        Assert.Equal(129, day.DegreesOfFreedom);
    }

    [Fact]
    public void BuyAndHold_LogReturns_CompoundAsExponentials()
    {
        var data = new SyntheticReturns(33, 1, 200);

        var simple = Run(data, _options).Figures.BuyAndHoldAbnormalReturn(0, 0);
        for (var i = 0; i < 200; i++)
        {
            data.Firms[0][i] = Math.Log(1 + data.Firms[0][i]);
            data.Market[i] = Math.Log(1 + data.Market[i]);
        }

        var log = Run(data, _options with { Returns = ReturnKind.Log }).Figures;

        Close.To(simple, log.BuyAndHoldAbnormalReturn(0, 0), "BHAR", 1e-12, 1);
    }

    [Fact]
    public void Factors_OneFollowsFromTheOthers_IsRefused()
    {
        var data = new SyntheticReturns(34, 1, 200);
        for (var i = 0; i < 200; i++)
        {
            data.Factor[i] = 3 * data.Market[i];
        }

        var result = Run(
            data,
            _options with
            {
                Model = ExpectedReturnModel.Factors,
                Factors = ["FAC"],
            }
        );

        Assert.False(result.Figures.IsFitted(0));
        Assert.Contains(StudyNotes.Of(result), note => note.What == "refused");
    }

    [Fact]
    public void Estimation_FewerSessionsThanTheLeast_SaysHowManyAreMissing()
    {
        var result = EventStudy.Run(
            new SyntheticReturns(35, 1, 200).Table(),
            [SyntheticReturns.Event(0, 36)],
            _options
        );

        var verdict = StudyVerdict.Of(result).Single();
        Assert.Equal(Verdict.NotEnoughData, verdict.Verdict);
        Assert.Equal(
            "26 estimation sessions, 4 fewer than the least asked for (30)",
            verdict.Reason
        );
        Assert.Equal(0, result.CrossSections[0].Average.Count);
    }

    [Fact]
    public void Estimation_CutOffByTheTablesStart_IsThinAndNamed()
    {
        var result = EventStudy.Run(
            new SyntheticReturns(36, 1, 200).Table(),
            [SyntheticReturns.Event(0, 100)],
            _options
        );

        Assert.Equal(90, result.Figures.Model(0).Sessions);
        Assert.Contains(
            StudyNotes.Of(result),
            note =>
                note.What == "thin-estimation"
                && note.Why.StartsWith(
                    "90 estimation sessions, 30 under the 120",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Event_AfterTheTablesEnd_IsRefused()
    {
        var result = EventStudy.Run(
            new SyntheticReturns(37, 1, 200).Table(),
            [SyntheticReturns.Event(0, 500)],
            _options
        );

        Assert.Equal(-1, result.Events[0].Row);
        Assert.Equal(Verdict.NotEnoughData, StudyVerdict.Of(result).Single().Verdict);
    }

    [Fact]
    public void Verdict_AnotherEventInASignificantWindow_IsConfounded()
    {
        var data = new SyntheticReturns(38, 1, 200);
        data.Firms[0][Row] += 1;

        var alone = EventStudy.Run(data.Table(), [SyntheticReturns.Event(0, Row)], _options);
        var shared = EventStudy.Run(
            data.Table(),
            [SyntheticReturns.Event(0, Row), SyntheticReturns.Event(0, Row + 1)],
            _options
        );

        Assert.Equal(Verdict.Significant, StudyVerdict.Of(alone)[0].Verdict);
        Assert.Equal(Verdict.Confounded, StudyVerdict.Of(shared)[0].Verdict);
        Assert.Contains("E0-151", StudyVerdict.Of(shared)[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Exclusion_OfOtherEventsWindows_TakesTheirSessionsOut()
    {
        var data = new SyntheticReturns(39, 1, 200);

        var result = EventStudy.Run(
            data.Table(),
            [SyntheticReturns.Event(0, Row), SyntheticReturns.Event(0, Row - 60)],
            _options with
            {
                ExcludeOtherEvents = true,
            }
        );

        Assert.Equal(130 - 21, result.Figures.Model(0).Sessions);
    }

    [Fact]
    public void EventStudy_SameIdTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() =>
            EventStudy.Run(
                new SyntheticReturns(40, 1, 200).Table(),
                [SyntheticReturns.Event(0, Row), SyntheticReturns.Event(0, Row)],
                _options
            )
        );
    }

    private static EventStudyResult Run(SyntheticReturns data, EventStudyOptions options) =>
        EventStudy.Run(data.Table(), [SyntheticReturns.Event(0, Row)], options);
}
