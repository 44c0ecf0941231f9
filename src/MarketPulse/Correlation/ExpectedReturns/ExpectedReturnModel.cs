namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>What a stock would have returned without the event.</summary>
public enum ExpectedReturnModel
{
    /// <summary>r = α + β·m + ε by ordinary least squares, k = 2 (Sharpe 1963; MacKinlay 1997, eq. 3).</summary>
    Market,

    /// <summary>r = m + ε, nothing estimated, k = 0 (Brown and Warner 1980, 1985).</summary>
    MarketAdjusted,

    /// <summary>r = r̄ + ε, k = 1 (Brown and Warner 1980; MacKinlay 1997, eq. 2).</summary>
    MeanAdjusted,

    /// <summary>r = α + β·m + Σ γⱼfⱼ + ε, k = 2 + number of further factors (market and sector; Fama and French 1993, 2015).</summary>
    Factors,
}
