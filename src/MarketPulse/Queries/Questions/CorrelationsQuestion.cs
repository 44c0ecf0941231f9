using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Stored results, newest event day first, then by announcement, benchmark, window and exclusions (IO).</summary>
public sealed class CorrelationsQuestion(Watchlist watchlist, CorrelationTable table)
    : Question<CorrelationResult>(Asked, watchlist)
{
    /// <summary>The most results that are put into another order than the stored one: the whole span is read for it, page by page.</summary>
    public const int MostSorted = 20_000;

    /// <summary>In which order; in any but the stored one, the whole span is read first.</summary>
    public static readonly QueryParameter Sort = new(
        "sort",
        $"{string.Join(", ", EnumNames<CorrelationOrder>.All)}; newest when not given. Any other reads the whole span, at most {MostSorted} results",
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
            QueryParameters.Model,
            QueryParameters.LeastT,
            Sort,
            QueryParameters.AsOf,
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
            var all = await AllAsync(query, from, to, cancellation);
            return Sorted(order.Sort(all), limit, position, values);
        }

        var page = await table.ReadPageAsync(
            query.Symbol,
            from,
            to,
            position,
            limit,
            query.IsNarrow ? r => query.Take(r) is not null : null,
            cancellation
        );
        return PageOf(
            query.AsOf is null ? page.Rows : [.. page.Rows.Select(r => query.Take(r)!)],
            page.LastRow,
            values
        );
    }

    /// <summary>Every result of the span that is asked for.</summary>
    /// <exception cref="QueryTextException">There are more than can be sorted.</exception>
    private async Task<List<CorrelationResult>> AllAsync(
        CorrelationQuery query,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var (all, read, after) = (new List<CorrelationResult>(), 0, (string?)null);
        do
        {
            var page = await table.ReadPageAsync(
                query.Symbol,
                from,
                to,
                after,
                QueryParameters.MostRows,
                matches: null,
                cancellation
            );
            all.AddRange(page.Rows.Select(query.Take).OfType<CorrelationResult>());
            after = page.LastRow;
            if ((read += page.Rows.Count) >= MostSorted && after is not null)
            {
                throw new QueryTextException(
                    Sort.Name,
                    $"these dates hold more than {MostSorted} results, too many to put into another order",
                    [EnumNames<CorrelationOrder>.All[0], "a shorter span: from, to"]
                );
            }
        } while (after is not null);

        return all;
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
            values.Benchmark(symbol),
            Windows.Of(values),
            Excluded.Of(values),
            values.Number(QueryParameters.LeastT),
            ModelOf(values),
            values.AsOf()
        );
    }

    private static string? ModelOf(QueryValues values)
    {
        if (values.Text(QueryParameters.Model) is not { } text)
        {
            return null;
        }

        var names = Enum.GetValues<ExpectedReturnModel>().Select(m => m.Name()).ToList();
        // One of the names has a hyphen of its own.
        return names.FirstOrDefault(n => Plain(n) == Plain(text))
            ?? throw new QueryTextException(
                QueryParameters.Model.Name,
                $"'{QueryValues.Shown(text)}' is not known",
                names
            );

        static string Plain(string name) => name.Replace('-', ' ').ToLowerInvariant();
    }
}
