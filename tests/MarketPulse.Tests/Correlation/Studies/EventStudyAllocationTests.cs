using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation.Studies;

public class EventStudyAllocationTests
{
    [Theory]
    [InlineData(ExpectedReturnModel.Market)]
    [InlineData(ExpectedReturnModel.MarketAdjusted)]
    [InlineData(ExpectedReturnModel.MeanAdjusted)]
    [InlineData(ExpectedReturnModel.Factors)]
    public void Measure_AfterTheFirstRun_AllocatesNothing(ExpectedReturnModel model)
    {
        var data = new SyntheticReturns(3, 40, 400, missing: 0.005);
        var study = new EventStudy(
            data.Table(),
            data.Events(300),
            new EventStudyOptions
            {
                Market = "MKT",
                Model = model,
                Factors = model == ExpectedReturnModel.Factors ? ["FAC"] : [],
            }
        );
        study.Measure();

        var before = GC.GetAllocatedBytesForCurrentThread();
        study.Measure();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Measure_Again_GivesTheSameTests()
    {
        var data = new SyntheticReturns(4, 12, 400, missing: 0.01);
        var study = new EventStudy(
            data.Table(),
            data.Events(300),
            new EventStudyOptions { Market = "MKT" }
        );
        study.Measure();
        var once = study.Test();
        study.Measure();
        var twice = study.Test();

        Assert.Equal(once.CrossSections.AsEnumerable(), twice.CrossSections.AsEnumerable());
    }
}
