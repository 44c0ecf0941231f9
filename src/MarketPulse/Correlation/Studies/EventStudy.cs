using System.Collections.Immutable;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Correlation.Studies;

/// <summary>
/// An event study after MacKinlay (1997): a model of the expected return per event, abnormal returns with their forecast
/// errors, and the tests across events. Pure: figures in, figures out.
/// </summary>
/// <remarks>
/// Missing returns: a session without the stock's or a regressor's return is left out of the estimation window (T shrinks,
/// the window isn't stretched); an event day without a return has no AR, and every window over it no CAR; an event without
/// a window's CAR is in none of that window's tests.
/// </remarks>
public sealed class EventStudy
{
    private readonly ReturnTable _table;
    private readonly EventStudyOptions _options;
    private readonly ImmutableArray<PlacedEvent> _events;
    private readonly double[][] _returns;
    private readonly bool[]?[] _excluded;
    private readonly EventMeasurer _measurer;
    private readonly EventStudyFigures _figures;
    private readonly double[] _slopes;
    private readonly double[] _standardized;
    private readonly DayRanks _ranks;
    private readonly EventGroup _all;
    private readonly Dictionary<string, EventGroup> _kinds;

    /// <summary>Makes every buffer that <see cref="Measure"/> needs.</summary>
    /// <exception cref="ArgumentException">The options contradict themselves, or an event's id appears twice.</exception>
    /// <exception cref="KeyNotFoundException">A firm, the market or a factor has no column.</exception>
    public EventStudy(ReturnTable table, IEnumerable<StudyEvent> events, EventStudyOptions options)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException($"The study can't be run: {problem}.");
        }

        (_table, _options) = (table, options);
        _events = [.. events.Select(e => PlacedEvent.On(table, e))];
        if (
            _events.CountBy(e => e.Event.Id).FirstOrDefault(id => id.Value > 1) is
            { Key: { } twice }
        )
        {
            throw new ArgumentException($"The event {twice} appears twice.");
        }

        _returns = [.. _events.Select(e => table[e.Event.Firm])];
        _excluded = EstimationExclusions.Of(table, _events, options);
        _measurer = new EventMeasurer(table, options);
        _figures = new EventStudyFigures(
            _events.Length,
            options.Window.Length,
            options.Windows.Length
        );
        _slopes = new double[_events.Length * _measurer.Regressors];
        _standardized = new double[options.Estimation.Length];
        _ranks = new DayRanks(options.Estimation.Length + options.Window.Length);
        _all = new EventGroup("", options, _events.Length, table.Sessions.Length);
        _kinds = _events
            .CountBy(e => e.Event.Kind)
            .Where(kind => kind.Key.Length > 0)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .ToDictionary(
                kind => kind.Key,
                kind => new EventGroup(kind.Key, options, kind.Value, table.Sessions.Length)
            );
    }

    /// <summary>Runs a whole study.</summary>
    public static EventStudyResult Run(
        ReturnTable table,
        IEnumerable<StudyEvent> events,
        EventStudyOptions options
    )
    {
        var study = new EventStudy(table, events, options);
        study.Measure();
        return study.Test();
    }

    /// <summary>
    /// Every per-event figure, and what the tests need of each event. Allocates nothing once its buffers have been through one run.
    /// </summary>
    public EventStudyFigures Measure()
    {
        _all.Clear();
        foreach (var kind in _kinds.Values)
        {
            kind.Clear();
        }

        for (var i = 0; i < _events.Length; i++)
        {
            var excluded = _excluded[i];
            if (_measurer.Measure(i, _returns[i], _events[i].Row, excluded, _figures))
            {
                _measurer.Slopes.CopyTo(_slopes.AsSpan(i * _measurer.Regressors));
                _ranks.Rank(_measurer.Days, _options.Estimation.Length);
                var has = WindowsOf(i);
                _all.Add(i, _events[i], has, _measurer.Days, _ranks);
                if (_kinds.TryGetValue(_events[i].Event.Kind, out var kind))
                {
                    kind.Add(i, _events[i], has, _measurer.Days, _ranks);
                }
            }
        }

        return _figures;
    }

    /// <summary>The tests across the measured events, for all of them and for each kind.</summary>
    public EventStudyResult Test()
    {
        Compare(_all);
        foreach (var kind in _kinds.Values)
        {
            Compare(kind);
        }

        ImmutableArray<CrossSectionResult> TestsOf(EventGroup group) =>
            [.. Enumerable.Range(0, _options.Windows.Length).Select(w => group.Test(w, _figures))];

        return new EventStudyResult(
            _options,
            _table,
            _events,
            _figures,
            TestsOf(_all),
            [.. _kinds.Values.SelectMany(kind => TestsOf(kind))]
        );
    }

    private void Compare(EventGroup group)
    {
        group.Scale(_figures);
        for (var member = 0; member < group.Count; member++)
        {
            var i = group.Member(member);
            _measurer.StandardizedResiduals(
                _returns[i],
                _events[i].Row,
                _excluded[i],
                (_figures.Alpha[i], _figures.Sigma[i]),
                _slopes.AsSpan(i * _measurer.Regressors, _measurer.Regressors),
                _standardized
            );
            group.Compare(member, _figures, _standardized);
        }
    }

    private ulong WindowsOf(int index)
    {
        var has = 0UL;
        for (var w = 0; w < _options.Windows.Length; w++)
        {
            if (!double.IsNaN(_figures.WindowT[(index * _options.Windows.Length) + w]))
            {
                has |= 1UL << w;
            }
        }

        return has;
    }
}
