namespace MarketPulse.Correlation.Distributions;

/// <summary>
/// The exact null distribution of Wilcoxon's signed-rank statistic W (the sum of the positive ranks) for n values
/// without ties or zeros (Wilcoxon 1945): each of the 2ⁿ sign patterns is equally likely, and the number of patterns
/// with sum w is the number of subsets of {1, …, n} with that sum.
/// </summary>
public sealed class SignedRankDistribution
{
    /// <summary>The largest n that is tabulated; 2⁵⁰ patterns and every count are exact in a double.</summary>
    public const int LargestCount = 50;

    private static readonly SignedRankDistribution?[] _known = new SignedRankDistribution?[
        LargestCount + 1
    ];

    private readonly double[] _cumulative;

    private SignedRankDistribution(int count)
    {
        Count = count;
        var patterns = new double[(count * (count + 1) / 2) + 1];
        patterns[0] = 1;
        for (var (rank, top) = (1, 0); rank <= count; rank++)
        {
            top += rank;
            for (var w = top; w >= rank; w--)
            {
                patterns[w] += patterns[w - rank];
            }
        }

        for (var w = 1; w < patterns.Length; w++)
        {
            patterns[w] += patterns[w - 1];
        }

        _cumulative = Array.ConvertAll(patterns, p => Math.ScaleB(p, -count));
    }

    /// <summary>n, the values ranked.</summary>
    public int Count { get; }

    /// <exception cref="ArgumentOutOfRangeException">n is outside 1..<see cref="LargestCount"/>.</exception>
    public static SignedRankDistribution Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LargestCount);
        return _known[count] ??= new SignedRankDistribution(count);
    }

    /// <summary>P(W ≤ w).</summary>
    public double Cumulative(int w) =>
        w < 0 ? 0
        : w >= _cumulative.Length ? 1
        : _cumulative[w];

    /// <summary>Twice the smaller tail, at most 1.</summary>
    public double TwoSidedP(int w)
    {
        // W is symmetric about n(n+1)/4, so the upper tail is a lower tail too and stays exact when it is small.
        var mirrored = Math.Min(w, _cumulative.Length - 1 - w);
        return Math.Min(1, 2 * Cumulative(mirrored));
    }
}
