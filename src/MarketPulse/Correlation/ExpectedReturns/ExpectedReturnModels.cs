namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>What the models have in common: how many parameters each estimates, and what each is called.</summary>
public static class ExpectedReturnModels
{
    /// <summary>Whether the model has an intercept α.</summary>
    public static bool HasIntercept(this ExpectedReturnModel model) =>
        model != ExpectedReturnModel.MarketAdjusted;

    /// <summary>How many of the study's factor columns (the market first) the model regresses on.</summary>
    public static int Regressors(this ExpectedReturnModel model, int factorColumns) =>
        model switch
        {
            ExpectedReturnModel.Market => 1,
            ExpectedReturnModel.Factors => factorColumns,
            _ => 0,
        };

    /// <summary>The model's name in results.</summary>
    public static string Name(this ExpectedReturnModel model) =>
        model switch
        {
            ExpectedReturnModel.Market => "market model",
            ExpectedReturnModel.MarketAdjusted => "market-adjusted",
            ExpectedReturnModel.MeanAdjusted => "mean-adjusted",
            _ => "factor model",
        };
}
