using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>The ledger of promises as it stood at the end of a day, by the end of the period that each is for (IO).</summary>
public sealed class ClaimsQuestion(
    Watchlist watchlist,
    AnnouncementTable announcements,
    TimeProvider clock
) : Question<LedgerEntry>(Asked, watchlist)
{
    /// <summary>What became of a promise.</summary>
    public static readonly QueryParameter Status = new(
        "status",
        string.Join(", ", EnumNames<PromiseStatus>.All),
        new() { ["type"] = "string" },
        _ => EnumNames<PromiseStatus>.All
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "claims",
        "The ledger of roadmap promises: what announcements promised for when, and which later ones moved or confirmed it.",
        [QueryParameters.Symbol, Status, QueryParameters.AsOf],
        IsPaged: false
    );

    protected override async Task<Page<LedgerEntry>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var status = values.Named<PromiseStatus>(Status);
        var day = TradingCalendar.DateOf(values.AsOf() ?? clock.GetUtcNow());
        var stories = await announcements.ReadWithClaimsAsync(values.Symbol().Symbol, cancellation);
        return new(
            [.. Ledger.Of(stories, day).Where(e => status is null || e.Status == status)],
            null
        );
    }
}
