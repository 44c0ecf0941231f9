using System.Numerics.Tensors;

namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>
/// Least squares of a centred response on centred columns by QR, each column orthogonalized twice
/// (Björck 1967; Giraud, Langou and Rozložník 2005: twice is enough), in buffers made once.
/// </summary>
internal sealed class CentredLeastSquares(int columns, int capacity)
{
    // A column whose part outside the others' span is under this share of its length says nothing of its own.
    private const double Collinear = 1e-10;

    private readonly double[][] _columns =
    [
        .. Enumerable.Range(0, columns).Select(_ => new double[capacity]),
    ];
    private readonly double[] _slopes = new double[columns];
    private readonly double[] _projections = new double[columns];
    private readonly double[,] _r = new double[columns, columns];

    public ReadOnlySpan<double> Slopes => _slopes;

    /// <summary>Where regressor j is to be written before <see cref="Solve"/>.</summary>
    public double[] Column(int j) => _columns[j];

    /// <summary>Centres the columns, solves, and leaves the residuals in <paramref name="y"/>.</summary>
    /// <returns>False when a column doesn't move or follows from those before it.</returns>
    public bool Solve(Span<double> y, Span<double> means)
    {
        for (var j = 0; j < columns; j++)
        {
            var column = _columns[j].AsSpan(0, y.Length);
            means[j] = TensorPrimitives.Sum<double>(column) / y.Length;
            var raw = TensorPrimitives.Norm<double>(column);
            TensorPrimitives.Subtract(column, means[j], column);
            var norm = TensorPrimitives.Norm<double>(column);
            for (var i = 0; i < j; i++)
            {
                _r[i, j] = 0;
            }

            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < j; i++)
                {
                    var q = _columns[i].AsSpan(0, y.Length);
                    var projection = TensorPrimitives.Dot<double>(q, column);
                    _r[i, j] += projection;
                    TensorPrimitives.MultiplyAdd(q, -projection, column, column);
                }
            }

            var own = j == 0 ? norm : TensorPrimitives.Norm<double>(column);
            if (!(own > Collinear * norm) || !(norm > Collinear * raw))
            {
                return false;
            }

            _r[j, j] = own;
            TensorPrimitives.Multiply(column, 1 / own, column);
            _projections[j] = TensorPrimitives.Dot<double>(column, y);
            TensorPrimitives.MultiplyAdd(column, -_projections[j], y, y);
        }

        for (var j = columns - 1; j >= 0; j--)
        {
            var slope = _projections[j];
            for (var i = j + 1; i < columns; i++)
            {
                slope -= _r[j, i] * _slopes[i];
            }

            _slopes[j] = slope / _r[j, j];
        }

        return true;
    }

    /// <summary>d'(Xc'Xc)⁻¹d = ‖R⁻ᵀd‖²; overwrites d.</summary>
    public double InverseForm(Span<double> d)
    {
        var form = 0.0;
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < j; i++)
            {
                d[j] -= _r[i, j] * d[i];
            }

            d[j] /= _r[j, j];
            form += d[j] * d[j];
        }

        return form;
    }
}
