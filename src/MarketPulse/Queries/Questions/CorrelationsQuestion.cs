using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Stored results, newest event day first, then by announcement, benchmark, window and exclusions (IO).</summary>
public sealed class CorrelationsQuestion(Watchlist watchlist, CorrelationTable table)
    : Question<CorrelationResult>(Asked, watchlist)
{
    /// <summary>In which order; in any but the stored one, the whole span is read first.</summary>
    public static readonly QueryParameter Sort = new(
        "sort",
        $"{string.Join(", ", EnumNames<CorrelationOrder>.All)}; newest when not given",
        new() { ["type"] = "string" },
        _ => EnumNames<CorrelationOrder>.All
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "correlations",
        "Each announcement measured against its benchmarks: returns, abnormal return, t, p, verdict. Dates are event days.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.Kind,
            QueryParameters.Verdict,
            QueryParameters.Benchmark,
            QueryParameters.Window,
            QueryParameters.Exclusions,
            QueryParameters.LeastT,
            Sort,
        ]
    );

    /// <summary>The question in types.</summary>
    /// <exception cref="QueryTextException">A parameter can't be used.</exception>
    public CorrelationQuery Read(IEnumerable<KeyValuePair<string, string?>> parameters) =>
        Read(new QueryValues(parameters, Asked.Parameters, Watchlist));

    protected override async Task<Page<CorrelationResult>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var (query, limit, position) = (Read(values), values.Limit(), Position(values));
        var (from, to) = values.Span();
        if (
            (values.Named<CorrelationOrder>(Sort) ?? CorrelationOrder.Newest)
            is var order
                and not CorrelationOrder.Newest
        )
        {
            var all = await table.ReadAsync(query.Symbol, from, to, cancellation);
            return Sorted(order.Sort(all.Where(query.Matches)), limit, position, values);
        }

        var page = await table.ReadPageAsync(
            query.Symbol,
            from,
            to,
            position,
            limit,
            query.IsNarrow ? query.Matches : null,
            cancellation
        );
        return PageOf(page.Rows, page.LastRow, values);
    }

    private Page<CorrelationResult> Sorted(
        IReadOnlyList<CorrelationResult> rows,
        int limit,
        string? position,
        QueryValues values
    )
    {
        var start = 0;
        if (position is not null)
        {
            while (start < rows.Count && CorrelationTable.Row(rows[start]) != position)
            {
                start++;
            }

            start++;
        }

        var shown = rows.Skip(start).Take(limit).ToList();
        return PageOf(
            shown,
            start + shown.Count < rows.Count && shown.Count > 0
                ? CorrelationTable.Row(shown[^1])
                : null,
            values
        );
    }

    private static CorrelationQuery Read(QueryValues values)
    {
        var symbol = values.Symbol();
        var (from, to) = values.Dates();
        return new(
            symbol.Symbol,
            from,
            to,
            values.Named<AnnouncementKind>(QueryParameters.Kind),
            values.Named<Verdict>(QueryParameters.Verdict),
            values.OneOf(QueryParameters.Benchmark, [.. symbol.Benchmarks.Select(b => b.Symbol)]),
            Windows.Of(values),
            Excluded.Of(values),
            values.Number(QueryParameters.LeastT)
        );
    }
}
