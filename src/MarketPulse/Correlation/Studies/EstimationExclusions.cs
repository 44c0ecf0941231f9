using System.Collections.Immutable;

namespace MarketPulse.Correlation.Studies;

/// <summary>Which sessions other events of the same firm take out of an event's estimation window.</summary>
public static class EstimationExclusions
{
    /// <summary>
    /// A mask over the table's sessions for each event: true inside the event window of another event of its firm.
    /// Events of one firm share one mask, since an event's own window is never inside its estimation window.
    /// </summary>
    /// <returns>Null for an event where exclusion is off.</returns>
    internal static bool[]?[] Of(
        ReturnTable table,
        ImmutableArray<PlacedEvent> events,
        EventStudyOptions options
    )
    {
        var masks = new bool[]?[events.Length];
        if (!options.ExcludeOtherEvents)
        {
            return masks;
        }

        var byFirm = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        for (var i = 0; i < events.Length; i++)
        {
            if (!byFirm.TryGetValue(events[i].Event.Firm, out var mask))
            {
                byFirm[events[i].Event.Firm] = mask = new bool[table.Sessions.Length];
            }

            masks[i] = mask;
            if (events[i].Row >= 0)
            {
                Mark(mask, events[i].Row, options.Window);
            }
        }

        return masks;
    }

    /// <summary>Marks an event window's sessions, as far as the mask reaches.</summary>
    public static void Mark(Span<bool> mask, int row, EventWindow window)
    {
        var first = Math.Max(0, row + window.From);
        var end = Math.Min(mask.Length, row + window.To + 1);
        if (first < end)
        {
            mask[first..end].Fill(true);
        }
    }

    /// <summary>How many sessions of an event's estimation window the other events of its firm take, and which events those are.</summary>
    public static (int Sessions, ImmutableArray<StudyEvent> Events) Contaminating(
        EventStudyResult result,
        int index
    )
    {
        var (own, options) = (result.Events[index], result.Options);
        if (own.Row < 0)
        {
            return (0, []);
        }

        var mask = new bool[options.Estimation.Length];
        var found = ImmutableArray.CreateBuilder<StudyEvent>();
        foreach (var other in result.OthersOfFirm(index))
        {
            var row = other.Row - (own.Row + options.Estimation.From);
            if (row + options.Window.To >= 0 && row + options.Window.From < mask.Length)
            {
                Mark(mask, row, options.Window);
                found.Add(other.Event);
            }
        }

        return (mask.Count(marked => marked), found.ToImmutable());
    }
}
