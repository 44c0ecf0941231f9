using BenchmarkDotNet.Attributes;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Benchmarks.EventStudies;

/// <summary>
/// The event study on 250 estimation sessions and the window −10..10, one thread. The textbook way is the baseline:
/// <see cref="MarketModel"/>, session by session.
/// </summary>
[MemoryDiagnoser]
public class EventStudyBenchmarks
{
    private static readonly EstimationWindow _estimation = EstimationWindow.Default;
    private static readonly EventWindow _window = new(-10, 10);
    private readonly MarketModelSums _sums = new(SyntheticStudy.Sessions);
    private SyntheticStudy _data = null!;
    private EventStudy _study = null!;
    private MarketModelSums[] _loaded = [];

    [Params(1_000, 200_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = Events == 1_000 ? new SyntheticStudy(20, 50) : new SyntheticStudy(2_000, 100);
        _study = new EventStudy(
            _data.Table(),
            _data.StudyEvents(),
            new EventStudyOptions { Market = "MKT" }
        );
        // Kept for a few firms only: the question is what a look-up costs, not how much memory there is.
        _loaded = new MarketModelSums[20];
        for (var f = 0; f < _loaded.Length; f++)
        {
            _loaded[f] = new MarketModelSums(SyntheticStudy.Sessions);
            _loaded[f].Load(_data.Returns[f], _data.Market);
        }
    }

    /// <summary>α, β, σ, CAR, t and p of each event by <see cref="MarketModel"/>.</summary>
    [Benchmark(Baseline = true)]
    public double Textbook()
    {
        var sum = 0.0;
        for (var f = 0; f < _data.Rows.Length; f++)
        {
            ReadOnlySpan<double> returns = _data.Returns[f];
            foreach (var row in _data.Rows[f])
            {
                var model = MarketModel.Fit(
                    returns.Slice(row + _estimation.From, _estimation.Length),
                    _data.Market.AsSpan(row + _estimation.From, _estimation.Length)
                );
                sum += model!
                    .Cumulate(
                        returns.Slice(row + _window.From, _window.Length),
                        _data.Market.AsSpan(row + _window.From, _window.Length)
                    )!
                    .T;
            }
        }

        return sum;
    }

    /// <summary>CAR and exact t by running sums, making the sums included.</summary>
    [Benchmark]
    public double RunningSums()
    {
        var sum = 0.0;
        for (var f = 0; f < _data.Rows.Length; f++)
        {
            _sums.Load(_data.Returns[f], _data.Market);
            foreach (var row in _data.Rows[f])
            {
                sum += _sums.Measure(row, _estimation, _window).T;
            }
        }

        return sum;
    }

    /// <summary>CAR and exact t by running sums that are there already.</summary>
    [Benchmark]
    public double RunningSumsLoaded()
    {
        var sum = 0.0;
        for (var f = 0; f < _data.Rows.Length; f++)
        {
            var sums = _loaded[f % _loaded.Length];
            foreach (var row in _data.Rows[f])
            {
                sum += sums.Measure(row, _estimation, _window).T;
            }
        }

        return sum;
    }

    /// <summary>
    /// Every per-event figure (21 AR with SE, SAR, p and sample-quantile p; five CARs with SE, t, p and BHAR) and what the
    /// tests need of each event.
    /// </summary>
    [Benchmark]
    public EventStudyFigures EveryFigure() => _study.Measure();

    /// <summary>The same and all tests across events for five windows.</summary>
    [Benchmark]
    public EventStudyResult EveryFigureAndTest()
    {
        _study.Measure();
        return _study.Test();
    }
}
