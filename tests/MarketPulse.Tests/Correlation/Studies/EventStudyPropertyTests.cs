using FsCheck.Xunit;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation.Studies;

/// <summary>What holds of every event study, whatever the returns.</summary>
public class EventStudyPropertyTests
{
    private const int Row = 150;

    private static readonly EventStudyOptions _options = new()
    {
        Market = "MKT",
        Estimation = new(-140, -11),
        Windows = [new(-3, 4), new(-3, 0), new(1, 4), new(0, 0)],
    };

    [Property(MaxTest = 30)]
    public void AbnormalReturns_ReturnsExactlyOnTheModel_AreZero(int seed, sbyte alpha, sbyte beta)
    {
        var data = new SyntheticReturns(seed, 1, 200);
        for (var i = 0; i < data.Market.Length; i++)
        {
            data.Firms[0][i] = (alpha / 1e4) + (beta / 50.0 * data.Market[i]);
        }

        var figures = Run(data).Figures;

        for (var day = 0; day < _options.Window.Length; day++)
        {
            Assert.Equal(0, figures.Day(0, day).Value, 1e-15);
        }
    }

    [Property(MaxTest = 30)]
    public void Car_AnyWindow_IsTheSumOfItsAbnormalReturns(int seed)
    {
        var figures = Run(new SyntheticReturns(seed, 1, 200)).Figures;

        var sum = 0.0;
        for (var day = -3; day <= 4; day++)
        {
            sum += figures.Day(0, day - _options.Window.From).Value;
        }

        Assert.Equal(sum, figures.Window(0, 0).Value, 1e-15);
    }

    [Property(MaxTest = 20)]
    public void Car_AnyWindow_AgreesWithTheEventDummyRegression(int seed)
    {
        var data = new SyntheticReturns(seed, 1, 200, missing: 0.03);
        MakeWindowComplete(data.Firms[0]);
        foreach (
            var model in (ExpectedReturnModel[])
                [
                    ExpectedReturnModel.Market,
                    ExpectedReturnModel.Factors,
                    ExpectedReturnModel.MeanAdjusted,
                ]
        )
        {
            var options = _options with
            {
                Model = model,
                Factors = model == ExpectedReturnModel.Factors ? ["FAC"] : [],
            };
            double[][] factors = model switch
            {
                ExpectedReturnModel.Market => [data.Market],
                ExpectedReturnModel.Factors => [data.Market, data.Factor],
                _ => [],
            };

            var car = Run(data, options).Figures.Window(0, 0);

            var (expected, error) = EventDummyRegression.Run(
                data.Firms[0],
                factors,
                Row - 140,
                Row - 10,
                Row - 3,
                Row + 5
            );
            Close.To(expected, car.Value, $"{model} CAR", 1e-10, error);
            Close.To(error, car.StandardError, $"{model} SE", 1e-10);
        }
    }

    [Property(MaxTest = 30)]
    public void Shift_AllReturnsOfAStock_MovesOnlyAlpha(int seed, short shift)
    {
        var data = new SyntheticReturns(seed, 1, 200);
        var before = Run(data).Figures;
        var by = shift / 1e5;
        for (var i = 0; i < data.Firms[0].Length; i++)
        {
            data.Firms[0][i] += by;
        }

        var after = Run(data).Figures;

        Assert.Equal(before.Model(0).Alpha + by, after.Model(0).Alpha, 1e-13);
        Assert.Equal(before.Model(0).Beta, after.Model(0).Beta, 1e-11);
        Close.To(before.Model(0).Sigma, after.Model(0).Sigma, "sigma", 1e-10);
        AssertSame(before.Window(0, 0), after.Window(0, 0), 1);
    }

    [Property(MaxTest = 30)]
    public void Scale_AllReturnsOfAStock_ScalesCarsAndLeavesT(int seed, FsCheck.PositiveInt scale)
    {
        var data = new SyntheticReturns(seed, 1, 200);
        var before = Run(data).Figures;
        for (var i = 0; i < data.Firms[0].Length; i++)
        {
            data.Firms[0][i] *= scale.Get;
        }

        var after = Run(data).Figures;

        AssertSame(before.Window(0, 0), after.Window(0, 0), scale.Get);
    }

    [Property(MaxTest = 20)]
    public void Permute_Events_LeavesTheTestsAcrossThem(int seed)
    {
        var data = new SyntheticReturns(seed, 8, 200, missing: 0.02);
        var events = data.Events(Row);
        var shuffled = events.ToArray();
        data.Random.Shuffle(shuffled);

        var (a, b) = (
            EventStudy.Run(data.Table(), events, _options).CrossSections,
            EventStudy.Run(data.Table(), shuffled, _options).CrossSections
        );

        for (var w = 0; w < a.Length; w++)
        {
            Assert.Equal(a[w].Average.Count, b[w].Average.Count);
            Assert.Equal(a[w].Reading, b[w].Reading);
            double[] Figures(MarketPulse.Correlation.CrossSection.CrossSectionResult s) =>
                [
                    s.Average.Average,
                    s.Average.T.Value,
                    s.Patell.Value,
                    s.BoehmerMusumeciPoulsen.Value,
                    s.KolariPynnonen.Value,
                    s.CorradoRank.Value,
                    s.GeneralizedSign.Value,
                    s.GeneralizedRank.Value,
                    s.Wilcoxon.P,
                    s.Sign.P,
                ];
            foreach (var (x, y) in Figures(a[w]).Zip(Figures(b[w])))
            {
                Close.To(x, y, $"window {w}", 1e-9, 1e-3);
            }
        }
    }

    [Property(MaxTest = 30)]
    public void Halves_OfAWindow_AddUp(int seed)
    {
        var figures = Run(new SyntheticReturns(seed, 1, 200)).Figures;

        Assert.Equal(
            figures.Window(0, 0).Value,
            figures.Window(0, 1).Value + figures.Window(0, 2).Value,
            1e-15
        );
    }

    [Property(MaxTest = 30)]
    public void Figures_MarketModel_AgreeWithTheTextbook(int seed)
    {
        var data = new SyntheticReturns(seed, 1, 200, missing: 0.03);
        MakeWindowComplete(data.Firms[0]);

        var figures = Run(data).Figures;

        var model = MarketModel.Fit(data.Firms[0].AsSpan(10, 130), data.Market.AsSpan(10, 130))!;
        var expected = model.Cumulate(
            data.Firms[0].AsSpan(Row - 3, 8),
            data.Market.AsSpan(Row - 3, 8)
        )!;
        var car = figures.Window(0, 0);
        Close.To(expected.Value, car.Value, "CAR", 1e-10, expected.StandardError);
        Close.To(expected.StandardError, car.StandardError, "SE", 1e-10);
        Close.To(expected.T, car.T, "t", 1e-10, 1);
        Close.To(expected.P, car.P, "p", 1e-9);
        Assert.Equal(expected.DegreesOfFreedom, car.DegreesOfFreedom);
        Close.To(model.Beta, figures.Model(0).Beta, "beta", 1e-10);
    }

    private static EventStudyResult Run(SyntheticReturns data, EventStudyOptions? options = null) =>
        EventStudy.Run(data.Table(), [SyntheticReturns.Event(0, Row)], options ?? _options);

    private static void MakeWindowComplete(double[] returns)
    {
        for (var i = Row - 10; i <= Row + 10; i++)
        {
            returns[i] = double.IsNaN(returns[i]) ? 0.01 : returns[i];
        }
    }

    private static void AssertSame(AbnormalReturn before, AbnormalReturn after, double scale)
    {
        Close.To(scale * before.Value, after.Value, "CAR", 1e-9, scale * before.StandardError);
        Close.To(scale * before.StandardError, after.StandardError, "SE", 1e-10);
        Close.To(before.T, after.T, "t", 1e-9, 1);
    }
}
