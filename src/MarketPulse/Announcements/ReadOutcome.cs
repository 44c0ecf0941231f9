namespace MarketPulse.Announcements;

/// <summary>An item that was read, or why it wasn't.</summary>
/// <param name="Announcement">Null when nothing was read.</param>
/// <param name="Reason">Why not; empty when it was.</param>
/// <param name="IsHeld">The item may count later, so its feed must be read again.</param>
public readonly record struct ReadOutcome(Announcement? Announcement, string Reason, bool IsHeld)
{
    public static ReadOutcome Read(Announcement announcement) => new(announcement, "", false);

    public static ReadOutcome Skipped(string reason) => new(null, reason, false);

    public static ReadOutcome Held(string reason) => new(null, reason, true);
}
