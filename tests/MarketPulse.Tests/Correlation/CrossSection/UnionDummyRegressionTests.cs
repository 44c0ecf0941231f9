using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Tests.Correlation.CrossSection;

public class UnionDummyRegressionTests
{
    [Fact]
    public void Estimate_SingleDaysApart_IsTheirMeanAgainstTheRest()
    {
        // Without a model, the dummy's coefficient is the difference of two means.
        var returns = new SyntheticReturns(21, 1, 300).Firms[0];
        var dummy = new bool[300];
        foreach (var day in (int[])[20, 70, 120, 170, 220, 270])
        {
            dummy[day] = true;
        }

        var estimate = UnionDummyRegression.Estimate(
            ExpectedReturnModel.MeanAdjusted,
            returns,
            [new double[300]],
            dummy
        )!;

        var inside = returns.Where((_, i) => dummy[i]).Average();
        var outside = returns.Where((_, i) => !dummy[i]).Average();
        Close.To(inside - outside, estimate.PerSession, "coefficient", 1e-12);
        Assert.Equal((6, 300), (estimate.EventSessions, estimate.Sessions));
        Assert.Equal(5, estimate.Lags);
        Assert.Equal(5, estimate.Test.DegreesOfFreedom);
    }

    [Fact]
    public void Estimate_MarketModel_IsTheDummysCoefficient()
    {
        var data = new SyntheticReturns(22, 1, 300);
        var dummy = new bool[300];
        dummy.AsSpan(100, 12).Fill(true);
        dummy.AsSpan(200, 7).Fill(true);

        var estimate = UnionDummyRegression.Estimate(
            ExpectedReturnModel.Market,
            data.Firms[0],
            [data.Market],
            dummy
        )!;

        // The model with the dummy as its second factor.
        var estimator = new ModelEstimator(ExpectedReturnModel.Factors, 2, 300);
        Assert.True(
            estimator.Fit(
                data.Firms[0],
                [data.Market, Array.ConvertAll(dummy, inside => inside ? 1.0 : 0)],
                0,
                300
            )
        );
        Close.To(estimator.Slopes[1], estimate.PerSession, "coefficient", 1e-10);
        // Neighbouring event days weigh on each other, so there are fewer degrees of freedom than days.
        Assert.InRange(estimate.Test.DegreesOfFreedom!.Value, 2, 17);
    }

    [Fact]
    public void Estimate_CorrelatedNeighbours_HaveAWiderError()
    {
        var (white, wave) = (new SyntheticReturns(23, 1, 600).Firms[0], new double[600]);
        for (var i = 1; i < 600; i++)
        {
            wave[i] = (0.8 * wave[i - 1]) + (0.6 * white[i]);
        }

        var dummy = new bool[600];
        for (var start = 50; start < 550; start += 100)
        {
            dummy.AsSpan(start, 20).Fill(true);
        }

        double Error(double[] returns) =>
            UnionDummyRegression
                .Estimate(ExpectedReturnModel.MeanAdjusted, returns, [new double[600]], dummy)!
                .StandardError / Math.Sqrt(returns.Average(r => r * r));

        Assert.True(Error(wave) > 1.5 * Error(white));
    }

    [Fact]
    public void Estimate_MissingReturns_AreLeftOutOnBothSides()
    {
        var data = new SyntheticReturns(24, 1, 300);
        data.Firms[0][105] = double.NaN;
        data.Market[50] = double.NaN;
        var dummy = new bool[300];
        dummy.AsSpan(100, 12).Fill(true);

        var estimate = UnionDummyRegression.Estimate(
            ExpectedReturnModel.Market,
            data.Firms[0],
            [data.Market],
            dummy
        )!;

        Assert.Equal((11, 298), (estimate.EventSessions, estimate.Sessions));
        Assert.True(double.IsFinite(estimate.Test.P));
    }

    [Fact]
    public void Estimate_NothingOutsideTheWindows_GivesNothing()
    {
        var data = new SyntheticReturns(25, 1, 50);
        var dummy = new bool[50];
        dummy.AsSpan().Fill(true);

        Assert.Null(
            UnionDummyRegression.Estimate(
                ExpectedReturnModel.Market,
                data.Firms[0],
                [data.Market],
                dummy
            )
        );
    }
}
