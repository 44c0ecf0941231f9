using System.Collections.Immutable;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Correlation.Studies;

/// <summary>What a study found.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Table">The returns it was asked of.</param>
/// <param name="Events">The events on their sessions, in the order given.</param>
/// <param name="Figures">Per event.</param>
/// <param name="CrossSections">All events together, one result a window.</param>
/// <param name="ByKind">The same for the events of each kind.</param>
public sealed record EventStudyResult(
    EventStudyOptions Options,
    ReturnTable Table,
    ImmutableArray<PlacedEvent> Events,
    EventStudyFigures Figures,
    ImmutableArray<CrossSectionResult> CrossSections,
    ImmutableArray<CrossSectionResult> ByKind
)
{
    private ILookup<string, int>? _byFirm;

    /// <summary>The other events of an event's firm that are on a session.</summary>
    public IEnumerable<PlacedEvent> OthersOfFirm(int index)
    {
        _byFirm ??= Enumerable
            .Range(0, Events.Length)
            .ToLookup(i => Events[i].Event.Firm, StringComparer.Ordinal);
        return _byFirm[Events[index].Event.Firm]
            .Where(i => i != index && Events[i].Row >= 0)
            .Select(i => Events[i]);
    }
}
