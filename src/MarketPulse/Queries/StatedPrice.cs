using MarketPulse.Announcements;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Queries;

/// <summary>What an announcement's words state about a price, held against the stored bars.</summary>
/// <param name="PublishedAt">UTC; null where only the date is known.</param>
/// <param name="PublishedOn">The date, where a source gives no time of day.</param>
/// <param name="Quote">The words that state it.</param>
/// <param name="StatedSymbol">The symbol whose price they state: the announcement's own, or a benchmark's.</param>
/// <param name="Field">Such as <c>close</c>, <c>change</c> or <c>yearToDate</c>.</param>
/// <param name="Value">As stated: dollars a share, or per cent (−3.43); falls are negative.</param>
/// <param name="Unit"><c>USD</c> or <c>%</c>.</param>
/// <param name="Approximate">Whether they say "about", "nearly" or the like.</param>
/// <param name="Session">The session that it was held against; null where none could be told.</param>
/// <param name="Verdict"><c>confirmed</c>, <c>confirmedOnAnotherBase</c>, <c>contradicted</c> or <c>cannotCheck</c>.</param>
/// <param name="Actual">The stored figure in the statement's unit; null where there is none.</param>
/// <param name="Base">What a confirmed figure is counted from where that isn't the usual base; null otherwise.</param>
/// <param name="Reason">In words.</param>
public sealed record StatedPrice(
    string Symbol,
    string AnnouncementId,
    AnnouncementKind Kind,
    string Title,
    DateTimeOffset? PublishedAt,
    DateOnly? PublishedOn,
    string Quote,
    string StatedSymbol,
    string Field,
    double Value,
    string Unit,
    bool Approximate,
    DateOnly? Session,
    string Verdict,
    double? Actual,
    string? Base,
    string Reason
)
{
    public static StatedPrice Of(Announcement announcement, StoryStatement story)
    {
        var (held, stated) = (story.Held, story.Held.Statement);
        return new(
            announcement.Symbol,
            announcement.Id,
            announcement.Kind,
            announcement.Title,
            announcement.PublishedAt,
            announcement.PublishedOn,
            story.Quote,
            stated.Symbol,
            CamelNames<PriceField>.Of(stated.Field),
            stated.Value,
            stated.Unit,
            stated.Approximate,
            held.Session,
            CamelNames<StatementVerdict>.Of(held.Verdict),
            held.Actual,
            held.Base,
            held.Reason
        );
    }
}
