using MathNet.Numerics.Distributions;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// The binomial sign test against a median of 0 (Arbuthnott 1710; Conover 1999, §3.4): exact, two-sided, values equal to 0
/// left out. Below six events it can't reach 5 %.
/// </summary>
/// <param name="Positive">Values above 0.</param>
/// <param name="Count">Values other than 0.</param>
/// <param name="P">Twice the smaller tail, at most 1; NaN without values.</param>
public readonly record struct SignTest(int Positive, int Count, double P)
{
    public static SignTest Of(ReadOnlySpan<double> values)
    {
        var (positive, negative) = (0, 0);
        foreach (var value in values)
        {
            positive += value > 0 ? 1 : 0;
            negative += value < 0 ? 1 : 0;
        }

        var count = positive + negative;
        return count == 0
            ? new(0, 0, double.NaN)
            : new(
                positive,
                count,
                Math.Min(1, 2 * Binomial.CDF(0.5, count, Math.Min(positive, negative)))
            );
    }
}
