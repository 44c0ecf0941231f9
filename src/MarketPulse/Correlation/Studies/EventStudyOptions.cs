using System.Collections.Immutable;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Correlation.Studies;

/// <summary>What an event study is to measure; declared before anything is computed.</summary>
public sealed record EventStudyOptions
{
    /// <summary>The market's column: the model's first regressor and the benchmark of the BHAR.</summary>
    public required string Market { get; init; }

    /// <summary>Further factor columns for <see cref="ExpectedReturnModel.Factors"/>; the market is always the first and isn't repeated here.</summary>
    public ImmutableArray<string> Factors { get; init; } = [];

    public ExpectedReturnModel Model { get; init; } = ExpectedReturnModel.Market;

    /// <summary>What the table's returns are. The engine converts nothing: it decides how a BHAR compounds.</summary>
    public ReturnKind Returns { get; init; } = ReturnKind.Simple;

    public EstimationWindow Estimation { get; init; } = EstimationWindow.Default;

    /// <summary>The days whose abnormal returns are given one by one.</summary>
    public EventWindow Window { get; init; } = new(-10, 10);

    /// <summary>The windows over which abnormal returns are summed and tested; each lies inside <see cref="Window"/>.</summary>
    public ImmutableArray<EventWindow> Windows { get; init; } =
    [new(0, 0), new(0, 1), new(-1, 1), new(-5, 5), new(-10, 10)];

    /// <summary>T below which an event is refused.</summary>
    public int MinimumSessions { get; init; } = 30;

    /// <summary>Whether sessions inside other events' <see cref="Window"/> of the same firm are left out of the estimation window.</summary>
    public bool ExcludeOtherEvents { get; init; }

    /// <summary>The two-sided level of tests, intervals and verdicts, such as 0.05.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>What contradicts itself in these options, or null.</summary>
    public string? Problem()
    {
        if (Estimation.To >= Window.From)
        {
            return $"the estimation window {Estimation} runs into the event window {Window}";
        }

        if (Windows.IsEmpty || Windows.Length > 64)
        {
            return "between 1 and 64 windows are needed";
        }

        foreach (var window in Windows)
        {
            if (window.From < Window.From || window.To > Window.To)
            {
                return $"the window {window} is not inside the event window {Window}";
            }
        }

        var parameters = Model.Regressors(1 + Factors.Length) + (Model.HasIntercept() ? 1 : 0);
        return Model == ExpectedReturnModel.Factors && Factors.IsEmpty
                ? "the factor model needs at least one factor beside the market"
            : Factors.Contains(Market) ? $"the market {Market} is listed among the factors too"
            : MinimumSessions < parameters + 3
                ? $"at least {parameters + 3} sessions are needed to fit {parameters} parameters and test"
            : Level is > 0 and < 1 ? null
            : $"the level {Level} is not between 0 and 1";
    }
}
