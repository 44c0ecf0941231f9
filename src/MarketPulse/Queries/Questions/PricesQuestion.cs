using System.Globalization;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Daily bars with their returns, oldest first (IO).</summary>
public sealed class PricesQuestion(Watchlist watchlist, StoredKnowledge knowledge)
    : Question<PricePoint>(Asked, watchlist)
{
    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "prices",
        "Daily bars as traded, the close adjusted to the newest stored bar, and the total return. With a benchmark, its bars instead.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.Benchmark,
            QueryParameters.AsOf,
        ]
    );

    protected override async Task<Page<PricePoint>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Symbol();
        var benchmark = values.OneOf(
            QueryParameters.Benchmark,
            [.. symbol.Benchmarks.Select(b => b.Symbol)]
        );
        var ((from, to), limit, position) = (values.Dates(), values.Limit(), Position(values));
        var points = await knowledge.PricesAsync(
            benchmark ?? symbol.Symbol,
            from ?? Watchlist.Since,
            to,
            values.AsOf(),
            cancellation
        );
        var shown = points
            .Where(p => position is null || string.CompareOrdinal(Key(p), position) > 0)
            .Take(limit)
            .ToList();
        return PageOf(
            shown,
            shown.Count > 0 && shown[^1].Session < points[^1].Session ? Key(shown[^1]) : null,
            values
        );
    }

    private static string Key(PricePoint point) =>
        point.Session.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
