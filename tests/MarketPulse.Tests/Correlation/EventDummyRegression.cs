namespace MarketPulse.Tests.Correlation;

/// <summary>
/// Karafiath's (1988) way to a CAR: one regression over estimation and event days with a dummy for each event day. Normal
/// equations by elimination, as a textbook would: slow, allocating, and independent of the engine.
/// </summary>
internal static class EventDummyRegression
{
    /// <param name="factors">Regressors beside the intercept.</param>
    /// <param name="first">First estimation row.</param>
    /// <param name="end">After the last estimation row.</param>
    /// <returns>The sum of the dummies' coefficients and its standard error.</returns>
    public static (double Car, double Error) Run(
        double[] returns,
        double[][] factors,
        int first,
        int end,
        int from,
        int to
    )
    {
        int[] rows =
        [
            .. Enumerable.Range(first, end - first),
            .. Enumerable.Range(from, to - from),
        ];
        rows =
        [
            .. rows.Where(i =>
                !double.IsNaN(returns[i]) && !Array.Exists(factors, f => double.IsNaN(f[i]))
            ),
        ];
        var (k, days) = (1 + factors.Length, to - from);
        var x = Array.ConvertAll(
            rows,
            row =>
            {
                var line = new double[k + days];
                line[0] = 1;
                for (var j = 0; j < factors.Length; j++)
                {
                    line[1 + j] = factors[j][row];
                }

                if (row >= from)
                {
                    line[k + row - from] = 1;
                }

                return line;
            }
        );
        var inverse = Inverse(x);
        var coefficients = new double[k + days];
        for (var a = 0; a < coefficients.Length; a++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                for (var b = 0; b < coefficients.Length; b++)
                {
                    coefficients[a] += inverse[a, b] * x[i][b] * returns[rows[i]];
                }
            }
        }

        var ssr = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var residual = returns[rows[i]];
            for (var b = 0; b < coefficients.Length; b++)
            {
                residual -= coefficients[b] * x[i][b];
            }

            ssr += residual * residual;
        }

        var (car, variance) = (0.0, 0.0);
        for (var a = k; a < k + days; a++)
        {
            car += coefficients[a];
            for (var b = k; b < k + days; b++)
            {
                variance += inverse[a, b];
            }
        }

        return (car, Math.Sqrt(ssr / (rows.Length - k - days) * variance));
    }

    private static double[,] Inverse(double[][] x)
    {
        var n = x[0].Length;
        var left = new double[n, 2 * n];
        for (var a = 0; a < n; a++)
        {
            left[a, n + a] = 1;
            for (var b = 0; b < n; b++)
            {
                left[a, b] = x.Sum(line => line[a] * line[b]);
            }
        }

        for (var p = 0; p < n; p++)
        {
            var best = Enumerable.Range(p, n - p).MaxBy(r => Math.Abs(left[r, p]));
            for (var c = 0; c < 2 * n; c++)
            {
                (left[p, c], left[best, c]) = (left[best, c], left[p, c]);
            }

            for (var r = 0; r < n; r++)
            {
                var share = r == p ? 0 : left[r, p] / left[p, p];
                for (var c = p; c < 2 * n && share != 0; c++)
                {
                    left[r, c] -= share * left[p, c];
                }
            }

            var pivot = left[p, p];
            for (var c = p; c < 2 * n; c++)
            {
                left[p, c] /= pivot;
            }
        }

        var inverse = new double[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                inverse[a, b] = left[a, n + b];
            }
        }

        return inverse;
    }
}
