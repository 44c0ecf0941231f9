using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>What became of a source's answer.</summary>
/// <param name="Bars">Everything now known of the sessions looked at: what was stored and what came, in order.</param>
/// <param name="Added">Bars stored for sessions that had none.</param>
/// <param name="Revised">Bars stored in place of others.</param>
/// <param name="Held">How many bars of the symbol are held back now.</param>
internal sealed record IntakeResult(
    ImmutableArray<StoredBar> Bars,
    int Added,
    int Revised,
    int Held
);
