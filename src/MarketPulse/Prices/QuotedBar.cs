namespace MarketPulse.Prices;

/// <summary>A session's figures as a source gave them, on the share count of that session; unlike a <see cref="DailyPrice"/> it may be impossible.</summary>
/// <param name="Session">The exchange's date.</param>
/// <param name="Open">Currency per share, like the other prices; NaN where the source has none.</param>
/// <param name="Volume">Shares; NaN where the source has none.</param>
/// <param name="Dividend">Cash per share whose ex-date is this session; 0 if none.</param>
/// <param name="SplitRatio">New shares per old share, effective before this session's open; 1 if none.</param>
/// <param name="AdjustedClose">The source's own close adjusted for what came later, for checking only; null where it has none.</param>
public sealed record QuotedBar(
    DateOnly Session,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double Dividend = 0,
    double SplitRatio = 1,
    double? AdjustedClose = null
)
{
    /// <summary>Whether a figure is missing: such a bar isn't wrong, it isn't there yet.</summary>
    public bool IsIncomplete => double.IsNaN(Open + High + Low + Close + Volume);

    /// <summary>What is missing or impossible, or null.</summary>
    public string? Problem =>
        double.IsNaN(Volume)
            ? "no volume"
            : DailyPrice.Problem(Open, High, Low, Close, Shares, Dividend, SplitRatio);

    private long Shares => (long)Math.Round(Volume);

    /// <exception cref="ArgumentException">The figures can't be; see <see cref="Problem"/>.</exception>
    public DailyPrice ToDailyPrice() =>
        new(Session, Open, High, Low, Close, Shares, Dividend, SplitRatio);
}
