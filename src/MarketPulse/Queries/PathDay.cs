namespace MarketPulse.Queries;

/// <summary>One session around an event: what was abnormal on it, and in all since the path's first session.</summary>
/// <param name="Day">τ, relative to the event day.</param>
/// <param name="Abnormal">AR, a fraction; null where a bar is missing.</param>
/// <param name="Cumulative">CAR from the path's first session to this one.</param>
/// <param name="Lower">
/// Lower end of the band in which 95 % of such paths lie at this session when nothing is abnormal: 0 ∓ the half width of
/// the CAR's interval.
/// </param>
/// <param name="Upper">Upper end of it.</param>
public sealed record PathDay(
    int Day,
    DateOnly Session,
    double? Abnormal,
    double? Cumulative,
    double? Lower,
    double? Upper
);
