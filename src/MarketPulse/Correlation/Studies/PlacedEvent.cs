namespace MarketPulse.Correlation.Studies;

/// <summary>An event on its session.</summary>
/// <param name="Row">The index of τ = 0 in the table, or −1 when the table ends before the event.</param>
/// <param name="Moved">Whether the event's date has no session and the next one was taken.</param>
public readonly record struct PlacedEvent(StudyEvent Event, int Row, bool Moved)
{
    /// <summary>The event's own session, else the next one in the table.</summary>
    public static PlacedEvent On(ReturnTable table, StudyEvent studyEvent)
    {
        var row = table.FirstOnOrAfter(studyEvent.Date);
        return new(studyEvent, row, row >= 0 && table.Sessions[row] != studyEvent.Date);
    }

    /// <summary>Whether another event's window and this one's share a session.</summary>
    public bool Overlaps(PlacedEvent other, EventWindow window) =>
        Row >= 0 && other.Row >= 0 && Math.Abs(Row - other.Row) < window.Length;
}
