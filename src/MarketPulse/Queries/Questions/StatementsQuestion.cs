using MarketPulse.Announcements;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>
/// What announcements state about prices, newest announcement first, each in the order of its text (IO). Derived when asked:
/// a revised bar shows at once.
/// </summary>
public sealed class StatementsQuestion(
    Watchlist watchlist,
    AnnouncementTable announcements,
    StoredKnowledge knowledge,
    Lexicon lexicon
) : Question<StatedPrice>(Asked, watchlist)
{
    /// <summary>Announcements that one page reads at most: a page may be empty and yet have a next one.</summary>
    public const int MostRead = 200;

    // Sessions after an announcement that its words may mean: a quote before the open is of the session to come.
    private const int DaysAfter = 7;

    /// <summary>What came of holding it against the bars.</summary>
    public static readonly QueryParameter Verdict = new(
        "verdict",
        string.Join(", ", CamelNames<StatementVerdict>.All),
        new() { ["type"] = "string" },
        _ => CamelNames<StatementVerdict>.All
    );

    /// <summary>Which figure is stated.</summary>
    public static readonly QueryParameter Field = new(
        "field",
        string.Join(", ", CamelNames<PriceField>.All),
        new() { ["type"] = "string" },
        _ => CamelNames<PriceField>.All
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "statements",
        "What announcements state about prices, held against the stored bars. Dates are those of publication in New York.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            Verdict,
            Field,
            AnnouncementsQuestion.Id,
            QueryParameters.AsOf,
        ]
    );

    protected override async Task<Page<StatedPrice>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var (verdict, field) = (
            CamelNames<StatementVerdict>.Read(values, Verdict),
            CamelNames<PriceField>.Read(values, Field)
        );
        var (limit, asOf) = (values.Limit(), values.AsOf());
        var position = StatementPosition.Read(Position(values));
        var (stories, lastRow) = await StoriesAsync(values, position.Row, asOf, cancellation);
        var prices = await PricesAsync(stories, asOf, cancellation);
        var (rows, row, told) = (new List<StatedPrice>(), position.Row, position.Told);
        foreach (var story in stories)
        {
            var all = StoryStatements.Find(story, lexicon, Watchlist).Check(prices);
            for (; told < all.Length; told++)
            {
                var held = all[told].Held;
                if (
                    (verdict is null || held.Verdict == verdict)
                    && (field is null || held.Statement.Field == field)
                )
                {
                    if (rows.Count == limit)
                    {
                        return PageOf(rows, new StatementPosition(row, told).ToString(), values);
                    }

                    rows.Add(StatedPrice.Of(story, all[told]));
                }
            }

            (row, told) = (AnnouncementTable.Row(story.Id), 0);
        }

        return PageOf(
            rows,
            lastRow is null ? null : new StatementPosition(lastRow, 0).ToString(),
            values
        );
    }

    /// <summary>The announcements of a page, and the row to go on after.</summary>
    private async Task<(IReadOnlyList<Announcement>, string?)> StoriesAsync(
        QueryValues values,
        string? after,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var symbol = values.Symbol().Symbol;
        var (from, to) = values.Span();
        var (first, last) = (
            TradingCalendar.Midnight(from),
            TradingCalendar.Midnight(to.AddDays(1)).AddTicks(-1)
        );
        if (values.Text(AnnouncementsQuestion.Id) is { } id)
        {
            var found = (await announcements.FindAsync(symbol, id, cancellation))?.AsOf(asOf);
            return (
                found is not null && found.OrderedAt >= first && found.OrderedAt <= last
                    ? [found]
                    : [],
                null
            );
        }

        var page = await announcements.ReadPageAsync(
            symbol,
            first,
            last,
            after,
            MostRead,
            story => story.AsOf(asOf) is not null,
            cancellation
        );
        return ([.. page.Rows.Select(story => story.AsOf(asOf)!)], page.LastRow);
    }

    private async Task<IReadOnlyDictionary<string, PriceSeries>> PricesAsync(
        IReadOnlyList<Announcement> stories,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var prices = new Dictionary<string, PriceSeries>();
        if (stories.Count == 0)
        {
            return prices;
        }

        var first = TradingCalendar.DateOf(stories.Min(s => s.OrderedAt));
        var last = TradingCalendar.DateOf(stories.Max(s => s.OrderedAt));
        foreach (var symbol in Watchlist.PricedSymbols)
        {
            prices[symbol] = await knowledge.SeriesAsync(
                symbol,
                first.AddDays(-StoryStatements.DaysOfBars),
                last.AddDays(DaysAfter),
                asOf,
                cancellation
            );
        }

        return prices;
    }
}
