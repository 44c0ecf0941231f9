namespace MarketPulse.Correlation;

/// <summary>What a result said on prices that were revised since.</summary>
/// <param name="Close">The close of the window's last session, as traded.</param>
/// <param name="Return">The stock's total return over the window, a fraction.</param>
/// <param name="CumulativeAbnormalReturn">The sum of the window's abnormal returns, a fraction.</param>
/// <param name="ComputedAt">When it was computed (UTC).</param>
public sealed record FormerResult(
    Verdict Verdict,
    double? Close,
    double? Return,
    double? CumulativeAbnormalReturn,
    double? T,
    double? P,
    DateTimeOffset ComputedAt
)
{
    public static FormerResult Of(CorrelationResult result) =>
        new(
            result.Verdict,
            result.Close,
            result.Return,
            result.CumulativeAbnormalReturn,
            result.T,
            result.P,
            result.ComputedAt
        );
}
