using System.Text.Json.Serialization;
using MarketPulse.Correlation;

namespace MarketPulse.Queries;

/// <summary>In which order results are told; rows that can't be told apart by it stay newest first.</summary>
public enum CorrelationOrder
{
    [JsonStringEnumMemberName("newest")]
    Newest,

    /// <summary>The largest |t| first.</summary>
    [JsonStringEnumMemberName("t")]
    T,

    /// <summary>The smallest p first.</summary>
    [JsonStringEnumMemberName("p")]
    P,

    /// <summary>The largest |return| first.</summary>
    [JsonStringEnumMemberName("return")]
    Return,

    /// <summary>The largest |cumulative abnormal return| first.</summary>
    [JsonStringEnumMemberName("abnormal")]
    Abnormal,
}

/// <summary>Puts results into an order; those that lack the figure come last.</summary>
internal static class CorrelationOrders
{
    public static IReadOnlyList<CorrelationResult> Sort(
        this CorrelationOrder order,
        IEnumerable<CorrelationResult> results
    ) =>
        order switch
        {
            CorrelationOrder.T => [.. results.OrderByDescending(r => Size(r.T))],
            CorrelationOrder.P => [.. results.OrderBy(r => r.P ?? double.PositiveInfinity)],
            CorrelationOrder.Return => [.. results.OrderByDescending(r => Size(r.Return))],
            CorrelationOrder.Abnormal =>
            [
                .. results.OrderByDescending(r => Size(r.CumulativeAbnormalReturn)),
            ],
            _ => [.. results],
        };

    private static double Size(double? value) => value is { } v ? Math.Abs(v) : -1;
}
