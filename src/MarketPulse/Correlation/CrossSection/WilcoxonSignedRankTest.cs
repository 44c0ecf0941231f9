using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Wilcoxon's (1945) signed-rank test against a symmetric distribution around 0, two-sided: values equal to 0 are left out,
/// equal sizes share the mean of their ranks. Exact for up to 50 values without ties; otherwise normal with the variance
/// reduced by Σ(t³−t)/48 for ties and a continuity correction of ½ (Hollander, Wolfe and Chicken 2014, §3.1).
/// </summary>
/// <param name="W">The sum of the positive values' ranks.</param>
/// <param name="Count">Values other than 0.</param>
/// <param name="P">NaN without values.</param>
/// <param name="IsExact">Whether <paramref name="P"/> comes from the exact distribution.</param>
public readonly record struct WilcoxonSignedRankTest(double W, int Count, double P, bool IsExact)
{
    public static WilcoxonSignedRankTest Of(
        ReadOnlySpan<double> values,
        bool continuityCorrection = true
    )
    {
        // A size's bits, one place up (it has no sign bit to lose), with the value's sign in the free one: one plain sort.
        var keys = new ulong[values.Length];
        var n = 0;
        foreach (var value in values)
        {
            if (value != 0 && !double.IsNaN(value))
            {
                keys[n++] =
                    (BitConverter.DoubleToUInt64Bits(Math.Abs(value)) << 1) | (value > 0 ? 1UL : 0);
            }
        }

        if (n == 0)
        {
            return new(0, 0, double.NaN, false);
        }

        Array.Sort(keys, 0, n);
        var (w, ties) = (0.0, 0.0);
        for (var (first, end) = (0, 0); first < n; first = end)
        {
            var positive = 0;
            for (end = first; end < n && keys[end] >> 1 == keys[first] >> 1; end++)
            {
                positive += (int)(keys[end] & 1);
            }

            double tied = end - first;
            ties += (tied * tied * tied) - tied;
            w += positive * ((first + 1 + end) / 2.0);
        }

        return ties == 0 && n <= SignedRankDistribution.LargestCount
            ? new(w, n, SignedRankDistribution.Of(n).TwoSidedP((int)w), true)
            : new(w, n, NormalP(w, n, ties, continuityCorrection), false);
    }

    private static double NormalP(double w, double n, double ties, bool continuityCorrection)
    {
        var deviation = w - (n * (n + 1) / 4);
        var correction = continuityCorrection ? 0.5 * Math.Sign(deviation) : 0;
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48);
        return StandardNormal.TwoSidedP((deviation - correction) / Math.Sqrt(variance));
    }
}
