using System.Numerics;
using System.Numerics.Tensors;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// The events that are tested together, gathered as they are measured, so that no event's residuals have to be kept:
/// a first pass ranks and counts, a second one (<see cref="Compare"/>) sets each SCAR against its event's residuals, which
/// the generalized rank test needs the spread of all SCARs for.
/// </summary>
internal sealed class EventGroup
{
    private readonly string _name;
    private readonly EventStudyOptions _options;
    private readonly int _windows;
    private readonly int _estimationDays;
    private readonly DaySums _ranks;
    private readonly GeneralizedRanks _generalized;
    private readonly ResidualCorrelation _correlation;
    private readonly double[] _deviations;
    private readonly long[] _positiveResiduals;
    private readonly long[] _residuals;
    private readonly int[] _members;
    private readonly ulong[] _has;
    private readonly int[] _rows;
    private readonly string[] _firms;
    private MemberOverlaps? _overlaps;
    private int _count;

    public EventGroup(string name, EventStudyOptions options, int events, int rows)
    {
        (_name, _options) = (name, options);
        (_windows, _estimationDays) = (options.Windows.Length, options.Estimation.Length);
        var days = _estimationDays + options.Window.Length;
        _ranks = new DaySums(days, _windows);
        _generalized = new GeneralizedRanks(_estimationDays, _windows);
        _correlation = new ResidualCorrelation(events, _estimationDays, rows, _windows);
        _deviations = new double[days];
        _positiveResiduals = new long[_windows];
        _residuals = new long[_windows];
        _members = new int[events];
        _has = new ulong[events];
        _rows = new int[events];
        _firms = new string[events];
    }

    public void Clear()
    {
        _ranks.Clear();
        _generalized.Clear();
        _correlation.Clear();
        Array.Clear(_positiveResiduals);
        Array.Clear(_residuals);
        _count = 0;
    }

    /// <summary>First pass: a fitted event, its days (residuals, then abnormal returns) and their ranks.</summary>
    public void Add(
        int index,
        PlacedEvent placed,
        ulong has,
        ReadOnlySpan<double> days,
        DayRanks ranks
    )
    {
        (_members[_count], _has[_count]) = (index, has);
        (_rows[_count], _firms[_count]) = (placed.Row, placed.Event.Firm);
        _count++;

        Deviations(ranks.All, 1.0 / (ranks.Count + 1), _deviations);
        _ranks.Add(has, 0, _deviations, ranks.Count == _deviations.Length);
        var estimation = _deviations.AsSpan(0, _estimationDays);
        // T = L₁+1 days, and T+1 below: the window's own day is ranked among them in the second pass.
        Deviations(
            ranks.Estimation[.._estimationDays],
            1.0 / (ranks.EstimationCount + 2),
            estimation
        );
        var complete = ranks.EstimationCount == _estimationDays;
        _generalized.Add(has, estimation, complete);

        var residuals = days[.._estimationDays];
        _correlation.Add(has, placed.Row + _options.Estimation.From, residuals, complete);
        var positive = CountPositive(residuals);
        for (var w = 0; w < _windows; w++)
        {
            if (Has(has, w))
            {
                _positiveResiduals[w] += positive;
                _residuals[w] += ranks.EstimationCount;
            }
        }
    }

    /// <summary>Between the passes: the spread of each window's SCARs, and the members in order.</summary>
    public void Scale(EventStudyFigures figures)
    {
        _overlaps = new MemberOverlaps(_rows.AsSpan(0, _count), _firms.AsSpan(0, _count));
        var scars = new double[_count];
        for (var w = 0; w < _windows; w++)
        {
            var n = Gather(figures.WindowT, w, scars);
            _generalized.Scale(w, SampleMoments.Of(scars.AsSpan(0, n)).StandardDeviation);
        }
    }

    /// <summary>Second pass: an event's SCARs among its own residuals over σ; events come in the order of the first pass.</summary>
    public void Compare(int member, EventStudyFigures figures, ReadOnlySpan<double> standardized)
    {
        var index = _members[member];
        for (var w = 0; w < _windows; w++)
        {
            if (Has(_has[member], w))
            {
                _generalized.Compare(
                    w,
                    figures.WindowT[(index * _windows) + w],
                    standardized,
                    figures.Sessions[index]
                );
            }
        }
    }

    public int Count => _count;

    /// <summary>The event behind a member.</summary>
    public int Member(int member) => _members[member];

    /// <summary>All tests of one window.</summary>
    public CrossSectionResult Test(int window, EventStudyFigures figures)
    {
        var cars = new double[_count];
        var scars = new double[_count];
        var degrees = new int[_count];
        var n = Gather(figures.WindowValues, window, cars);
        _ = Gather(figures.WindowT, window, scars);
        for (var (i, at) = (0, 0); i < _count; i++)
        {
            if (Has(_has[i], window))
            {
                degrees[at++] = figures.DegreesOfFreedom[_members[i]];
            }
        }

        var standardized = scars.AsSpan(0, n);
        var bmp = BoehmerMusumeciPoulsenTest.Of(standardized);
        var correlation = _correlation.Mean(window);
        var values = cars.AsSpan(0, n);
        var positive = 0;
        foreach (var value in values)
        {
            positive += value > 0 ? 1 : 0;
        }

        return new CrossSectionResult(
            _name,
            _options.Windows[window],
            CrossSectionalT.Of(values),
            PatellTest.Of(standardized, degrees.AsSpan(0, n)),
            bmp,
            correlation,
            KolariPynnonenAdjustment.Of(bmp, n, correlation),
            Corrado(window),
            GeneralizedSignTest.Of(positive, n, _positiveResiduals[window], _residuals[window]),
            _generalized.Test(window, n),
            WilcoxonSignedRankTest.Of(values),
            SignTest.Of(values),
            Reading(window, n)
        );
    }

    private static bool Has(ulong has, int window) => (has >> window & 1) != 0;

    private static void Deviations(ReadOnlySpan<double> ranks, double unit, Span<double> into)
    {
        TensorPrimitives.Multiply(ranks, unit, into);
        TensorPrimitives.Subtract(into, 0.5, into);
    }

    private static long CountPositive(ReadOnlySpan<double> values)
    {
        var (count, i) = (0L, 0);
        var counts = Vector<long>.Zero;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            // A comparison that holds is −1 in every bit; NaN never holds.
            counts -= Vector.GreaterThan(new Vector<double>(values[i..]), Vector<double>.Zero);
        }

        for (; i < values.Length; i++)
        {
            count += values[i] > 0 ? 1 : 0;
        }

        return count + Vector.Sum(counts);
    }

    private int Gather(double[] figures, int window, Span<double> into)
    {
        var n = 0;
        for (var i = 0; i < _count; i++)
        {
            if (Has(_has[i], window))
            {
                into[n++] = figures[(_members[i] * _windows) + window];
            }
        }

        return n;
    }

    private TestStatistic Corrado(int window)
    {
        var sums = new double[_ranks.Days];
        var counts = new int[_ranks.Days];
        _ranks.Read(window, sums, counts);
        var span = _options.Windows[window];
        return CorradoRankTest.Of(
            sums,
            counts,
            _estimationDays + span.From - _options.Window.From,
            span.Length
        );
    }

    private TestReading Reading(int window, int n)
    {
        var (own, shared) = _overlaps!.Count(
            _options.Windows[window].Length,
            member => Has(_has[member], window)
        );
        return TestReading.Of(n, own, shared);
    }
}
