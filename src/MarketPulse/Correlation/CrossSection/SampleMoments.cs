using System.Numerics.Tensors;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>Mean and standard deviation (divisor n−1) of a sample.</summary>
public readonly record struct SampleMoments(int Count, double Mean, double StandardDeviation)
{
    /// <summary>NaN for what too few values leave open.</summary>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        if (values.Length == 0)
        {
            return new(0, double.NaN, double.NaN);
        }

        var mean = TensorPrimitives.Sum(values) / values.Length;
        var (squares, sum) = (0.0, 0.0);
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            sum += deviation;
        }

        // The second term undoes the mean's own rounding (Chan, Golub and LeVeque 1983).
        var variance = (squares - (sum * sum / values.Length)) / (values.Length - 1);
        return new(
            values.Length,
            mean,
            values.Length > 1 ? Math.Sqrt(Math.Max(0, variance)) : double.NaN
        );
    }

    /// <summary>s/√n.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);
}
