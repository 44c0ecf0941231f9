namespace MarketPulse.Correlation;

/// <summary>
/// The buy-and-hold abnormal return: the stock's compounded return less the benchmark's over the same sessions
/// (Barber and Lyon 1997, eq. 2).
/// </summary>
public static class BuyAndHoldAbnormalReturn
{
    /// <returns>A simple return, also from log returns; NaN when a session lacks either return.</returns>
    public static double Of(
        ReadOnlySpan<double> returns,
        ReadOnlySpan<double> benchmark,
        ReturnKind kind = ReturnKind.Simple
    ) => Compound(returns, kind) - Compound(benchmark, kind);

    private static double Compound(ReadOnlySpan<double> returns, ReturnKind kind)
    {
        if (kind == ReturnKind.Log)
        {
            var sum = 0.0;
            foreach (var value in returns)
            {
                sum += value;
            }

            return Math.Exp(sum);
        }

        var product = 1.0;
        foreach (var value in returns)
        {
            product *= 1 + value;
        }

        return product;
    }
}
