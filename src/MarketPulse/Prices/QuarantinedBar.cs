namespace MarketPulse.Prices;

/// <summary>A refused bar as it is stored: shown, never used.</summary>
/// <param name="Session">The exchange's date that it claims.</param>
/// <param name="Reason">Why it isn't believed.</param>
/// <param name="Source">Which price source sent it.</param>
/// <param name="RefusedAt">When these figures first came (UTC).</param>
public sealed record QuarantinedBar(
    string Symbol,
    DateOnly Session,
    string Reason,
    string Source,
    DateTimeOffset RefusedAt,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double Dividend,
    double SplitRatio
)
{
    public static QuarantinedBar Of(string symbol, RefusedBar refused, DateTimeOffset at) =>
        new(
            symbol,
            refused.Bar.Session,
            refused.Reason,
            refused.Source,
            at,
            refused.Bar.Open,
            refused.Bar.High,
            refused.Bar.Low,
            refused.Bar.Close,
            refused.Bar.Volume,
            refused.Bar.Dividend,
            refused.Bar.SplitRatio
        );

    /// <summary>One line for a report.</summary>
    public override string ToString() =>
        $"The bar of {Session:yyyy-MM-dd} from {Source} (close {Close}) isn't believed: {Reason}.";
}
