using System.Text.Json.Serialization;

namespace MarketPulse.Queries;

/// <summary>How one part of the pipeline does. It says nothing that a stranger may not know: no addresses, no errors' own words.</summary>
/// <param name="Part">function, feed, prices or mail.</param>
/// <param name="Name">Which one.</param>
/// <param name="At">When it last ran to its end, began to fail, or the newest bar's session began (UTC); null where there is none.</param>
/// <param name="Note">In words.</param>
public sealed record HealthLine(
    string Part,
    string Name,
    HealthState State,
    DateTimeOffset? At,
    string Note
);

/// <summary>How a part does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthState>))]
public enum HealthState
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>It hasn't done yet what it should have.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    [JsonStringEnumMemberName("failing")]
    Failing,

    /// <summary>Nothing is stored of it.</summary>
    [JsonStringEnumMemberName("never")]
    Never,
}
