using System.Numerics.Tensors;

namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>
/// Fits one model of the expected return after another in the same buffers: nothing is allocated per fit.
/// Not safe for two threads at once.
/// </summary>
/// <remarks>
/// Least squares on centred columns (the intercept's own Householder step): one regressor in closed form, several by
/// QR (<see cref="CentredLeastSquares"/>), so that nearly collinear factors keep their digits.
/// σ² = SSR/(T−k). The forecast variance of a sum over L sessions with regressors xₜ is σ²·1'(I + X*(X'X)⁻¹X*')1
/// (Campbell, Lo and MacKinlay 1997, eq. 4.4.11; Karafiath 1988 gets the same from event dummies),
/// which centring turns into σ²[L + L²/T + d'(Xc'Xc)⁻¹d] with d = Σ(xₜ − x̄).
/// </remarks>
public sealed class ModelEstimator
{
    private readonly CentredLeastSquares _leastSquares;
    private readonly double[] _y;
    private readonly int[] _positions;
    private readonly double[] _residuals;
    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <param name="model">What to fit.</param>
    /// <param name="factorColumns">How many factor columns the study has, the market included (it is the first).</param>
    /// <param name="capacity">The longest estimation window that will be fitted, in sessions.</param>
    public ModelEstimator(ExpectedReturnModel model, int factorColumns, int capacity)
    {
        Model = model;
        Regressors = model.Regressors(factorColumns);
        _leastSquares = new CentredLeastSquares(Regressors, capacity);
        _y = new double[capacity];
        _positions = new int[capacity];
        _residuals = new double[capacity];
        _means = new double[Regressors];
        _deviations = new double[Regressors];
    }

    public ExpectedReturnModel Model { get; }

    /// <summary>Factor columns regressed on: none for the market- and the mean-adjusted model.</summary>
    public int Regressors { get; }

    /// <summary>k: the regressors and the intercept.</summary>
    public int Parameters => Regressors + (Model.HasIntercept() ? 1 : 0);

    /// <summary>T: sessions with a return and every regressor, exclusions left out.</summary>
    public int Sessions { get; private set; }

    /// <summary>T − k.</summary>
    public int DegreesOfFreedom => Sessions - Parameters;

    /// <summary>The intercept, per session; 0 for the market-adjusted model.</summary>
    public double Alpha { get; private set; }

    /// <summary>√(SSR/(T−k)), per session.</summary>
    public double Sigma { get; private set; }

    /// <summary>The window's residuals in session order; NaN where a session wasn't used.</summary>
    public ReadOnlySpan<double> Residuals => _residuals.AsSpan(0, Length);

    /// <summary>The used sessions' residuals without gaps.</summary>
    public ReadOnlySpan<double> UsedResiduals => _y.AsSpan(0, Sessions);

    /// <summary>The estimation window's length in sessions, used or not.</summary>
    public int Length { get; private set; }

    /// <summary>The slope on the market: 1 for the market-adjusted model, 0 for the mean-adjusted one.</summary>
    public double Beta =>
        Regressors > 0 ? _leastSquares.Slopes[0]
        : Model == ExpectedReturnModel.MarketAdjusted ? 1
        : 0;

    /// <summary>Every regressor's slope.</summary>
    public ReadOnlySpan<double> Slopes => _leastSquares.Slopes;

    /// <summary>Fits on the sessions <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> − 1.</summary>
    /// <param name="returns">The stock's whole series; NaN where missing.</param>
    /// <param name="factors">The factor columns, the market first, on the same sessions.</param>
    /// <param name="excluded">Sessions to leave out, or empty for none.</param>
    /// <returns>False when T ≤ k, or a regressor doesn't move or follows from the others; only T is known then.</returns>
    public bool Fit(
        ReadOnlySpan<double> returns,
        ReadOnlySpan<double[]> factors,
        int start,
        int length,
        ReadOnlySpan<bool> excluded = default
    )
    {
        Length = length;
        Sessions = Gather(returns, factors, start, length, excluded);
        if (DegreesOfFreedom < 1)
        {
            return false;
        }

        var y = _y.AsSpan(0, Sessions);
        var intercept = Model.HasIntercept();
        var mean = intercept ? TensorPrimitives.Sum<double>(y) / Sessions : 0;
        if (intercept)
        {
            TensorPrimitives.Subtract(y, mean, y);
        }

        if (!_leastSquares.Solve(y, _means))
        {
            return false;
        }

        Alpha = mean - TensorPrimitives.Dot<double>(_leastSquares.Slopes, _means);
        Sigma = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(y) / DegreesOfFreedom);
        Scatter(y);
        return true;
    }

    /// <summary>What the model expects of a session.</summary>
    public double ExpectedReturn(ReadOnlySpan<double[]> factors, int row)
    {
        if (Model == ExpectedReturnModel.MarketAdjusted)
        {
            return factors[0][row];
        }

        var expected = Alpha;
        for (var j = 0; j < Regressors; j++)
        {
            expected += _leastSquares.Slopes[j] * factors[j][row];
        }

        return expected;
    }

    /// <summary>
    /// The standard error of the sum of the forecast errors over the sessions <paramref name="row"/> to
    /// <paramref name="row"/> + <paramref name="length"/> − 1; NaN when a regressor is missing there.
    /// </summary>
    public double ForecastError(ReadOnlySpan<double[]> factors, int row, int length)
    {
        double sessions = length;
        var variance = sessions;
        if (Model.HasIntercept())
        {
            variance += sessions * sessions / Sessions;
        }

        for (var j = 0; j < Regressors; j++)
        {
            var sum = 0.0;
            foreach (var value in factors[j].AsSpan(row, length))
            {
                sum += value - _means[j];
            }

            _deviations[j] = sum;
        }

        return Sigma * Math.Sqrt(variance + _leastSquares.InverseForm(_deviations));
    }

    private int Gather(
        ReadOnlySpan<double> returns,
        ReadOnlySpan<double[]> factors,
        int start,
        int length,
        ReadOnlySpan<bool> excluded
    )
    {
        var adjusted = Model == ExpectedReturnModel.MarketAdjusted;
        if (excluded.IsEmpty && GatherComplete(returns, factors, start, length))
        {
            return length;
        }

        var count = 0;
        for (var i = 0; i < length; i++)
        {
            var row = start + i;
            var value = adjusted ? returns[row] - factors[0][row] : returns[row];
            var used = !double.IsNaN(value) && (excluded.IsEmpty || !excluded[row]);
            for (var j = 0; used && j < Regressors; j++)
            {
                var factor = factors[j][row];
                used = !double.IsNaN(factor);
                _leastSquares.Column(j)[count] = factor;
            }

            if (used)
            {
                _y[count] = value;
                _positions[count++] = i;
            }
        }

        return count;
    }

    /// <summary>The usual case in a few block moves; false when a figure is missing, and then what was copied doesn't count.</summary>
    private bool GatherComplete(
        ReadOnlySpan<double> returns,
        ReadOnlySpan<double[]> factors,
        int start,
        int length
    )
    {
        var y = _y.AsSpan(0, length);
        if (Model == ExpectedReturnModel.MarketAdjusted)
        {
            TensorPrimitives.Subtract(
                returns.Slice(start, length),
                factors[0].AsSpan(start, length),
                y
            );
        }
        else
        {
            returns.Slice(start, length).CopyTo(y);
        }

        var complete = !double.IsNaN(TensorPrimitives.Sum<double>(y));
        for (var j = 0; j < Regressors && complete; j++)
        {
            var column = _leastSquares.Column(j).AsSpan(0, length);
            factors[j].AsSpan(start, length).CopyTo(column);
            complete = !double.IsNaN(TensorPrimitives.Sum<double>(column));
        }

        return complete;
    }

    private void Scatter(ReadOnlySpan<double> residuals)
    {
        if (Sessions == Length)
        {
            residuals.CopyTo(_residuals);
            return;
        }

        _residuals.AsSpan(0, Length).Fill(double.NaN);
        for (var i = 0; i < residuals.Length; i++)
        {
            _residuals[_positions[i]] = residuals[i];
        }
    }
}
