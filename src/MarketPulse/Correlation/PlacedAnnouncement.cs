using MarketPulse.Announcements;

namespace MarketPulse.Correlation;

/// <summary>An announcement and the session that it falls on.</summary>
public sealed record PlacedAnnouncement(Announcement Announcement, EventDay Day);
