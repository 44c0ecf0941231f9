using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
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
    private readonly DaySums _estimationRanks;
    private readonly ResidualCorrelation _correlation;
    private readonly double[] _deviations;
    private readonly double[][] _above;
    private readonly double[] _eventRanks;
    private readonly double[] _scale;
    private readonly long[] _positiveResiduals;
    private readonly long[] _residuals;
    private readonly int[] _members;
    private readonly ulong[] _has;
    private readonly int[] _rows;
    private readonly string[] _firms;
    private long[] _byFirm = [];
    private int[] _byFirmMembers = [];
    private int[] _byRow = [];
    private int _count;

    public EventGroup(string name, EventStudyOptions options, int events, int rows)
    {
        (_name, _options) = (name, options);
        (_windows, _estimationDays) = (options.Windows.Length, options.Estimation.Length);
        var days = _estimationDays + options.Window.Length;
        _ranks = new DaySums(days, _windows);
        _estimationRanks = new DaySums(_estimationDays, _windows);
        _correlation = new ResidualCorrelation(events, _estimationDays, rows, _windows);
        _deviations = new double[days];
        _above = [.. Enumerable.Range(0, _windows).Select(_ => new double[_estimationDays])];
        _eventRanks = new double[_windows];
        _scale = new double[_windows];
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
        _estimationRanks.Clear();
        _correlation.Clear();
        Array.ForEach(_above, Array.Clear);
        Array.Clear(_eventRanks);
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
        _estimationRanks.Add(has, 0, estimation, complete);

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

    /// <summary>Between the passes: the spread of each window's SCARs, and the members by firm.</summary>
    public void Scale(EventStudyFigures figures)
    {
        SortMembers();
        var values = new double[_count];
        for (var w = 0; w < _windows; w++)
        {
            _scale[w] = SampleMoments
                .Of(values.AsSpan(0, Gather(figures.WindowT, w, values)))
                .StandardDeviation;
        }
    }

    /// <summary>Second pass: an event's SCARs among its own residuals over σ; events come in the order of the first pass.</summary>
    public void Compare(int member, EventStudyFigures figures, ReadOnlySpan<double> standardized)
    {
        var (index, used) = (_members[member], figures.Sessions[_members[member]]);
        var unit = 1.0 / (used + 2);
        for (var w = 0; w < _windows; w++)
        {
            if (Has(_has[member], w))
            {
                var value = figures.WindowT[(index * _windows) + w] / _scale[w];
                var above = CountAbove(standardized, value, unit, _above[w]);
                _eventRanks[w] += ((1 + used - above) * unit) - 0.5;
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
            GeneralizedRank(window, n),
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

    /// <summary>Adds a unit to every day above the value (half for an equal one) and counts those days.</summary>
    private static double CountAbove(
        ReadOnlySpan<double> days,
        double value,
        double unit,
        Span<double> into
    )
    {
        var (count, i) = (0.0, 0);
        var (limit, half) = (Vector512.Create(value), Vector512.Create(unit / 2));
        var halves = Vector512<long>.Zero;
        for (; i <= days.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var day = Vector512.Create(days[i..]);
            var over = Vector512.GreaterThan(day, limit);
            var notUnder = Vector512.GreaterThanOrEqual(day, limit);
            // A comparison that holds is −1 in every bit: an equal day counts half.
            halves -= over.AsInt64() + notUnder.AsInt64();
            var sum = Vector512.Create((ReadOnlySpan<double>)into[i..]);
            (sum + (over & half) + (notUnder & half)).CopyTo(into[i..]);
        }

        for (; i < days.Length; i++)
        {
            var over = (days[i] > value ? 0.5 : 0) + (days[i] >= value ? 0.5 : 0);
            count += over;
            into[i] += over * unit;
        }

        return count + (Vector512.Sum(halves) / 2.0);
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

    private TestStatistic GeneralizedRank(int window, int n)
    {
        var sums = new double[_estimationDays];
        var counts = new int[_estimationDays];
        _estimationRanks.Read(window, sums, counts);
        for (var day = 0; day < _estimationDays; day++)
        {
            sums[day] += _above[window][day];
        }

        return GeneralizedRankTest.Of(sums, counts, _eventRanks[window], n);
    }

    private TestReading Reading(int window, int n)
    {
        var length = _options.Windows[window].Length;
        var rows = new int[n];
        var at = 0;
        foreach (var member in _byRow)
        {
            if (Has(_has[member], window))
            {
                rows[at++] = _rows[member];
            }
        }

        var pairs = WindowOverlaps.Pairs(rows, length);
        var (own, firm, first) = (0L, -1L, 0);
        at = 0;
        for (var i = 0; i < _count; i++)
        {
            var member = _byFirmMembers[i];
            if (Has(_has[member], window))
            {
                if (_byFirm[i] >> 32 != firm)
                {
                    own += WindowOverlaps.Pairs(rows.AsSpan(first, at - first), length);
                    (firm, first) = (_byFirm[i] >> 32, at);
                }

                rows[at++] = _rows[member];
            }
        }

        own += WindowOverlaps.Pairs(rows.AsSpan(first, at - first), length);
        return TestReading.Of(n, own, pairs - own);
    }

    /// <summary>The members in the order of their sessions: firm after firm, and all together.</summary>
    private void SortMembers()
    {
        var firms = new Dictionary<string, int>(StringComparer.Ordinal);
        _byFirm = new long[_count];
        _byFirmMembers = new int[_count];
        for (var i = 0; i < _count; i++)
        {
            if (!firms.TryGetValue(_firms[i], out var firm))
            {
                firms[_firms[i]] = firm = firms.Count;
            }

            (_byFirm[i], _byFirmMembers[i]) = (((long)firm << 32) | (uint)_rows[i], i);
        }

        Array.Sort(_byFirm, _byFirmMembers);
        _byRow = [.. Enumerable.Range(0, _count)];
        Array.Sort(_rows.AsSpan(0, _count).ToArray(), _byRow);
    }
}
