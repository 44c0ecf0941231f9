namespace MarketPulse.Correlation.Studies;

/// <summary>
/// Every per-event figure of a study, in arrays that are made once: event by event, within an event day by day or window
/// by window. A figure that can't be computed is NaN.
/// </summary>
public sealed class EventStudyFigures
{
    private readonly int _days;
    private readonly int _windows;

    internal EventStudyFigures(int events, int days, int windows)
    {
        (_days, _windows) = (days, windows);
        Alpha = new double[events];
        Beta = new double[events];
        Sigma = new double[events];
        Sessions = new int[events];
        DegreesOfFreedom = new int[events];
        DayValues = new double[events * days];
        DayErrors = new double[events * days];
        DayP = new double[events * days];
        SampleQuantileP = new double[events * days];
        WindowValues = new double[events * windows];
        WindowErrors = new double[events * windows];
        WindowT = new double[events * windows];
        WindowP = new double[events * windows];
        BuyAndHold = new double[events * windows];
    }

    internal double[] Alpha { get; }

    internal double[] Beta { get; }

    internal double[] Sigma { get; }

    internal int[] Sessions { get; }

    internal int[] DegreesOfFreedom { get; }

    internal double[] DayValues { get; }

    internal double[] DayErrors { get; }

    internal double[] DayP { get; }

    internal double[] SampleQuantileP { get; }

    internal double[] WindowValues { get; }

    internal double[] WindowErrors { get; }

    internal double[] WindowT { get; }

    internal double[] WindowP { get; }

    internal double[] BuyAndHold { get; }

    /// <summary>The abnormal return of an event's day; days count from the event window's first.</summary>
    public AbnormalReturn Day(int index, int day)
    {
        var at = (index * _days) + day;
        return new(
            DayValues[at],
            DayErrors[at],
            DayValues[at] / DayErrors[at],
            DegreesOfFreedom[index],
            DayP[at]
        );
    }

    /// <summary>The sample-quantile p of an event's day (<see cref="SampleQuantileTest"/>).</summary>
    public double SampleQuantile(int index, int day) => SampleQuantileP[(index * _days) + day];

    /// <summary>The cumulative abnormal return of an event over one of the study's windows.</summary>
    public AbnormalReturn Window(int index, int window)
    {
        var at = (index * _windows) + window;
        return new(
            WindowValues[at],
            WindowErrors[at],
            WindowT[at],
            DegreesOfFreedom[index],
            WindowP[at]
        );
    }

    /// <summary>The buy-and-hold abnormal return against the market over one of the study's windows.</summary>
    public double BuyAndHoldAbnormalReturn(int index, int window) =>
        BuyAndHold[(index * _windows) + window];

    /// <summary>The fitted model's intercept, slope on the market, σ and T; NaN and T as far as known when refused.</summary>
    public (double Alpha, double Beta, double Sigma, int Sessions) Model(int index) =>
        (Alpha[index], Beta[index], Sigma[index], Sessions[index]);

    /// <summary>Whether the event had enough sessions for a model.</summary>
    public bool IsFitted(int index) => !double.IsNaN(Sigma[index]);

    internal void Refuse(int index, int sessions)
    {
        (Alpha[index], Beta[index], Sigma[index]) = (double.NaN, double.NaN, double.NaN);
        (Sessions[index], DegreesOfFreedom[index]) = (sessions, 0);
        foreach (var days in (ReadOnlySpan<double[]>)[DayValues, DayErrors, DayP, SampleQuantileP])
        {
            days.AsSpan(index * _days, _days).Fill(double.NaN);
        }

        foreach (
            var windows in (ReadOnlySpan<double[]>)
                [WindowValues, WindowErrors, WindowT, WindowP, BuyAndHold]
        )
        {
            windows.AsSpan(index * _windows, _windows).Fill(double.NaN);
        }
    }
}
