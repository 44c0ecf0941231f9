namespace MarketPulse.Announcements;

/// <summary>What a source changed in a story after it had been read.</summary>
/// <param name="SeenAt">When the change was read (UTC).</param>
/// <param name="Feed">The source, by its feed's name in the watchlist.</param>
/// <param name="Field"><c>title</c>, <c>summary</c>, <c>address</c>, <c>published</c> or <c>updated</c>.</param>
/// <param name="Was">The value before, cut to <see cref="StoryEdits.Longest"/> characters; empty where it wasn't kept.</param>
/// <param name="Became">The value after, cut likewise.</param>
public sealed record AnnouncementEdit(
    DateTimeOffset SeenAt,
    string Feed,
    string Field,
    string Was,
    string Became
);
