using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Stories with their sources and the session that each falls on, newest first (IO).</summary>
public sealed class AnnouncementsQuestion(Watchlist watchlist, AnnouncementTable table)
    : Question<AnnouncementAnswer>(Asked, watchlist)
{
    /// <summary>One story by its id.</summary>
    public static readonly QueryParameter Id = new(
        "id",
        "One announcement by its id",
        new() { ["type"] = "string" }
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "announcements",
        "The stories, their sources and the session that each falls on. Dates are those of publication in New York.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.Kind,
            Id,
            QueryParameters.AsOf,
        ]
    );

    protected override async Task<Page<AnnouncementAnswer>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Symbol().Symbol;
        var kind = values.Named<AnnouncementKind>(QueryParameters.Kind);
        var asOf = values.AsOf();
        var (from, to) = values.Span();
        var (first, last) = (
            TradingCalendar.Midnight(from),
            TradingCalendar.Midnight(to.AddDays(1)).AddTicks(-1)
        );
        bool Matches(Announcement a) =>
            (kind is null || a.Kind == kind)
            && a.OrderedAt >= first
            && a.OrderedAt <= last
            && a.AsOf(asOf) is not null;
        if (values.Text(Id) is { } id)
        {
            var found = await table.FindAsync(symbol, id, cancellation);
            return new(
                found is not null && Matches(found)
                    ? [AnnouncementAnswer.Of(found.AsOf(asOf)!)]
                    : [],
                null
            );
        }

        var page = await table.ReadPageAsync(
            symbol,
            first,
            last,
            Position(values),
            values.Limit(),
            Matches,
            cancellation
        );
        return PageOf(
            [.. page.Rows.Select(a => AnnouncementAnswer.Of(a.AsOf(asOf)!))],
            page.LastRow,
            values
        );
    }
}
