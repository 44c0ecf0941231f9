namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Benjamini and Hochberg's (1995) step-up adjustment: q₍ᵢ₎ = min over j ≥ i of m·p₍ⱼ₎/j, at most 1. Keeping those with q ≤ α
/// holds the expected share of false discoveries at α for independent or positively dependent tests.
/// </summary>
public static class BenjaminiHochberg
{
    /// <param name="p">The declared family's p-values; a NaN stays NaN and doesn't count in m.</param>
    /// <returns>The adjusted p-values in the same order.</returns>
    public static double[] Adjust(ReadOnlySpan<double> p)
    {
        var order = new int[p.Length];
        var keys = new double[p.Length];
        var m = 0;
        for (var i = 0; i < p.Length; i++)
        {
            if (!double.IsNaN(p[i]))
            {
                (keys[m], order[m]) = (p[i], i);
                m++;
            }
        }

        var adjusted = new double[p.Length];
        Array.Fill(adjusted, double.NaN);
        Array.Sort(keys, order, 0, m);
        var smallest = 1.0;
        for (var rank = m; rank >= 1; rank--)
        {
            smallest = Math.Min(smallest, keys[rank - 1] * m / rank);
            adjusted[order[rank - 1]] = smallest;
        }

        return adjusted;
    }
}
