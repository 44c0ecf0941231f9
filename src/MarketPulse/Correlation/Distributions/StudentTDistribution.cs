using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MarketPulse.Correlation.Distributions;

/// <summary>
/// Student's t with a fixed number of degrees of freedom, made for many p-values on the same degrees of freedom:
/// what depends on them alone is computed once, and computing a p allocates nothing.
/// </summary>
/// <remarks>
/// With a = ν/2, x = ν/(ν+t²) and y = 1−x the two-sided p is I_x(a, ½) = 1 − I_y(½, a)
/// (Abramowitz and Stegun 1964, 26.5.27). Up to |t| = 3 the second form is summed as a hypergeometric series, all of
/// whose terms are positive (ibid. 26.5.4); beyond, where p is small and must not be a difference, MathNet's regularized
/// incomplete beta function gives the first form. Up to a thousand degrees of freedom both are right to a relative 1e-12.
/// </remarks>
public sealed class StudentTDistribution
{
    private const double SeriesLimit = 3;
    private const int MaximalTerms = 64;

    // Terms shrink by (ν/2+½+n)/(1.5+n)·y: few degrees of freedom make y large and the series long.
    private const double LargestY = 0.25;
    private static readonly ConcurrentDictionary<int, StudentTDistribution> _known = new();

    private readonly double[] _ratios = new double[MaximalTerms];
    private readonly double _factor;
    private readonly double _vectorLimit;

    private StudentTDistribution(int degreesOfFreedom)
    {
        DegreesOfFreedom = degreesOfFreedom;
        var a = degreesOfFreedom / 2.0;
        for (var n = 0; n < MaximalTerms; n++)
        {
            _ratios[n] = (a + 0.5 + n) / (1.5 + n);
        }

        _vectorLimit = Math.Min(
            SeriesLimit,
            Math.Sqrt(degreesOfFreedom * LargestY / (1 - LargestY)) * (1 - 1e-12)
        );
        // 2 / B(½, a): the series' factor without its powers.
        _factor = 2 / Math.Sqrt(Math.PI) * GammaRatio(a);
    }

    /// <summary>ν, at least 1.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The distribution on ν degrees of freedom; the same instance for the same ν.</summary>
    /// <exception cref="ArgumentOutOfRangeException">ν is below 1.</exception>
    public static StudentTDistribution On(int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return _known.TryGetValue(degreesOfFreedom, out var known)
            ? known
            : _known.GetOrAdd(degreesOfFreedom, new StudentTDistribution(degreesOfFreedom));
    }

    /// <summary>P(|T| ≥ |t|); NaN for NaN.</summary>
    public double TwoSidedP(double t)
    {
        double nu = DegreesOfFreedom;
        var square = t * t;
        if (!(square <= SeriesLimit * SeriesLimit))
        {
            return double.IsNaN(t) ? double.NaN
                : double.IsInfinity(square) ? 0
                : SpecialFunctions.BetaRegularized(nu / 2, 0.5, nu / (nu + square));
        }

        var y = square / (nu + square);
        if (y > LargestY)
        {
            return SpecialFunctions.BetaRegularized(nu / 2, 0.5, nu / (nu + square));
        }

        var sum = 1.0;
        for (var n = Terms(square, y) - 1; n >= 0; n--)
        {
            sum = Math.FusedMultiplyAdd(_ratios[n] * y, sum, 1);
        }

        var centre = _factor * Math.Sqrt(y) * Math.Exp(-nu / 2 * Math.Log(1 + (square / nu))) * sum;
        return Math.Max(0, 1 - centre);
    }

    /// <summary><see cref="TwoSidedP(double)"/> of many t at once, eight in step where they allow the series.</summary>
    /// <param name="p">As long as <paramref name="t"/>.</param>
    public void TwoSidedP(ReadOnlySpan<double> t, Span<double> p)
    {
        var i = 0;
        for (; i <= t.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var value = Vector512.Create(t[i..]);
            if (Vector512.LessThanOrEqualAll(Vector512.Abs(value), Vector512.Create(_vectorLimit)))
            {
                BySeries(value).CopyTo(p[i..]);
            }
            else
            {
                for (var j = i; j < i + Vector512<double>.Count; j++)
                {
                    p[j] = TwoSidedP(t[j]);
                }
            }
        }

        for (; i < t.Length; i++)
        {
            p[i] = TwoSidedP(t[i]);
        }
    }

    private Vector512<double> BySeries(Vector512<double> t)
    {
        var nu = Vector512.Create((double)DegreesOfFreedom);
        var square = t * t;
        var y = square / (nu + square);
        var most = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            most = square[lane] > most ? square[lane] : most;
        }

        var sum = Vector512<double>.One;
        for (var n = Terms(most, most / (DegreesOfFreedom + most)) - 1; n >= 0; n--)
        {
            sum = Vector512.FusedMultiplyAdd(
                Vector512.Create(_ratios[n]) * y,
                sum,
                Vector512<double>.One
            );
        }

        var power = Vector512.Exp(nu * -0.5 * Vector512.Log(Vector512<double>.One + (square / nu)));
        var centre = Vector512.Create(_factor) * Vector512.Sqrt(y) * power * sum;
        return Vector512.Max(Vector512<double>.Zero, Vector512<double>.One - centre);
    }

    private static int Terms(double square, double y) =>
        Math.Min(MaximalTerms, 14 + (int)(square * 4.5) + (int)(y * 120));

    /// <summary>The t with P(T ≤ t) = <paramref name="probability"/>, for probabilities inside (0, 1).</summary>
    public double Quantile(double probability)
    {
        if (probability == 0.5)
        {
            return 0;
        }

        var t = StudentT.InvCDF(0, 1, DegreesOfFreedom, probability);
        // The library's root search stops near 1e-9; two Newton steps on the accurate tail take it to the last digits.
        for (var step = 0; step < 2; step++)
        {
            var tail = TwoSidedP(t) / 2;
            var error = t > 0 ? 1 - probability - tail : tail - probability;
            t -= error / StudentT.PDF(0, 1, DegreesOfFreedom, t);
        }

        return t;
    }

    /// <summary>
    /// Γ(a+½)/Γ(a) by its asymptotic series (Abramowitz and Stegun 1964, 6.1.47), from where the series is exact to the last
    /// digits: a difference of two log-gammas loses as many digits as they are large.
    /// </summary>
    private static double GammaRatio(double a)
    {
        var factor = 1.0;
        for (; a < 40; a++)
        {
            factor *= a / (a + 0.5);
        }

        var u = 1 / a;
        var series =
            1
            + (
                u
                * (
                    -1.0 / 8
                    + (
                        u
                        * (
                            1.0 / 128
                            + (
                                u
                                * (
                                    5.0 / 1024
                                    + (
                                        u
                                        * (
                                            -21.0 / 32768
                                            + (
                                                u
                                                * (
                                                    -399.0 / 262144
                                                    + (
                                                        u
                                                        * (
                                                            869.0 / 4194304
                                                            + (u * (39325.0 / 33554432))
                                                        )
                                                    )
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            );
        return factor * Math.Sqrt(a) * series;
    }
}
