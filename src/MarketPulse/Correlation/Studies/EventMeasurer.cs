using System.Numerics.Tensors;
using MarketPulse.Correlation.Distributions;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Correlation.Studies;

/// <summary>Measures one event after another in the same buffers: nothing is allocated per event. Not for two threads at once.</summary>
internal sealed class EventMeasurer
{
    private readonly EventStudyOptions _options;
    private readonly double[][] _factors;
    private readonly ModelEstimator _estimator;
    private readonly double[] _days;
    private readonly double[] _t;
    private readonly int _rows;

    public EventMeasurer(ReturnTable table, EventStudyOptions options)
    {
        _options = options;
        _rows = table.Sessions.Length;
        _factors = [table[options.Market], .. options.Factors.Select(name => table[name])];
        _estimator = new ModelEstimator(options.Model, _factors.Length, options.Estimation.Length);
        _t = new double[options.Window.Length];
        _days = new double[options.Estimation.Length + options.Window.Length];
    }

    /// <summary>Slopes kept per event, so that its residuals can be had again.</summary>
    public int Regressors => _estimator.Regressors;

    public ReadOnlySpan<double> Slopes => _estimator.Slopes;

    /// <summary>The last event's estimation residuals, then its abnormal returns; NaN where missing.</summary>
    public ReadOnlySpan<double> Days => _days;

    /// <summary>Fits the model and fills the event's figures.</summary>
    /// <returns>False when it was refused; its figures are NaN then.</returns>
    public bool Measure(
        int index,
        ReadOnlySpan<double> returns,
        int row,
        ReadOnlySpan<bool> excluded,
        EventStudyFigures figures
    )
    {
        var (start, length) = EstimationRows(row);
        if (row < 0 || length <= 0)
        {
            figures.Refuse(index, 0);
            return false;
        }

        if (
            !_estimator.Fit(returns, _factors, start, length, excluded)
            || _estimator.Sessions < _options.MinimumSessions
        )
        {
            figures.Refuse(index, _estimator.Sessions);
            return false;
        }

        figures.Alpha[index] = _estimator.Alpha;
        figures.Beta[index] = _estimator.Beta;
        figures.Sigma[index] = _estimator.Sigma;
        figures.Sessions[index] = _estimator.Sessions;
        figures.DegreesOfFreedom[index] = _estimator.DegreesOfFreedom;
        PlaceResiduals(start - (row + _options.Estimation.From), _estimator.Residuals);
        var t = StudentTDistribution.On(_estimator.DegreesOfFreedom);
        MeasureDays(index, returns, row, figures, t);
        MeasureWindows(index, returns, row, figures, t);
        return true;
    }

    /// <summary>A fitted event's residuals over σ, from its stored coefficients; NaN where a session wasn't used.</summary>
    public void StandardizedResiduals(
        ReadOnlySpan<double> returns,
        int row,
        ReadOnlySpan<bool> excluded,
        (double Alpha, double Sigma) model,
        ReadOnlySpan<double> slopes,
        Span<double> into
    )
    {
        into.Fill(double.NaN);
        var (start, length) = EstimationRows(row);
        var used = into.Slice(start - (row + _options.Estimation.From), length);
        TensorPrimitives.Subtract(returns.Slice(start, length), model.Alpha, used);
        if (_options.Model == ExpectedReturnModel.MarketAdjusted)
        {
            TensorPrimitives.Subtract(used, _factors[0].AsSpan(start, length), used);
        }

        for (var j = 0; j < slopes.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(_factors[j].AsSpan(start, length), -slopes[j], used, used);
        }

        TensorPrimitives.Divide(used, model.Sigma, used);
        for (var i = 0; !excluded.IsEmpty && i < length; i++)
        {
            used[i] = excluded[start + i] ? double.NaN : used[i];
        }
    }

    private (int Start, int Length) EstimationRows(int row)
    {
        var start = Math.Max(0, row + _options.Estimation.From);
        return (start, Math.Min(_rows, row + _options.Estimation.To + 1) - start);
    }

    private void PlaceResiduals(int offset, ReadOnlySpan<double> residuals)
    {
        var estimation = _days.AsSpan(0, _options.Estimation.Length);
        if (residuals.Length < estimation.Length)
        {
            estimation.Fill(double.NaN);
        }

        residuals.CopyTo(estimation[offset..]);
    }

    private void MeasureDays(
        int index,
        ReadOnlySpan<double> returns,
        int row,
        EventStudyFigures figures,
        StudentTDistribution t
    )
    {
        var residuals = _estimator.UsedResiduals;
        for (var day = 0; day < _options.Window.Length; day++)
        {
            var at = (index * _options.Window.Length) + day;
            var session = row + _options.Window.From + day;
            var inside = session >= 0 && session < _rows;
            var value = inside
                ? returns[session] - _estimator.ExpectedReturn(_factors, session)
                : double.NaN;
            var error = inside ? _estimator.ForecastError(_factors, session, 1) : double.NaN;
            _days[_options.Estimation.Length + day] = value;
            figures.DayValues[at] = value;
            figures.DayErrors[at] = error;
            _t[day] = error > 0 ? value / error : double.NaN;
            figures.SampleQuantileP[at] = SampleQuantileTest.P(residuals, value);
        }

        t.TwoSidedP(_t, figures.DayP.AsSpan(index * _t.Length, _t.Length));
    }

    private void MeasureWindows(
        int index,
        ReadOnlySpan<double> returns,
        int row,
        EventStudyFigures figures,
        StudentTDistribution t
    )
    {
        var abnormal = _days.AsSpan(_options.Estimation.Length);
        for (var w = 0; w < _options.Windows.Length; w++)
        {
            var at = (index * _options.Windows.Length) + w;
            var window = _options.Windows[w];
            var sum = 0.0;
            foreach (var value in abnormal.Slice(window.From - _options.Window.From, window.Length))
            {
                sum += value;
            }

            var session = row + window.From;
            var known = !double.IsNaN(sum);
            var error = known
                ? _estimator.ForecastError(_factors, session, window.Length)
                : double.NaN;
            figures.WindowValues[at] = sum;
            figures.WindowErrors[at] = error;
            figures.WindowT[at] = error > 0 ? sum / error : double.NaN;
            figures.BuyAndHold[at] = known
                ? BuyAndHoldAbnormalReturn.Of(
                    returns.Slice(session, window.Length),
                    _factors[0].AsSpan(session, window.Length),
                    _options.Returns
                )
                : double.NaN;
        }

        var first = index * _options.Windows.Length;
        t.TwoSidedP(
            figures.WindowT.AsSpan(first, _options.Windows.Length),
            figures.WindowP.AsSpan(first, _options.Windows.Length)
        );
    }
}
