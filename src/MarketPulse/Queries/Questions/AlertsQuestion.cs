using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Every decision about an alert, newest event day first: why there was a mail, or none (IO).</summary>
public sealed class AlertsQuestion(Watchlist watchlist, AlertTable table)
    : Question<Alert>(Asked, watchlist)
{
    /// <summary>What was decided.</summary>
    public static readonly QueryParameter Decision = new(
        "decision",
        $"{string.Join(", ", EnumNames<NotifyDecision>.All)} (hyphens may stand for spaces)",
        new() { ["type"] = "string" },
        _ => EnumNames<NotifyDecision>.All
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "alerts",
        "Every decision about an alert, and why there was a mail or none. Dates are event days.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.Kind,
            Decision,
        ]
    );

    protected override async Task<Page<Alert>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var kind = values.Named<AnnouncementKind>(QueryParameters.Kind);
        var decision = values.Named<NotifyDecision>(Decision);
        var (from, to) = values.Span();
        var page = await table.ReadPageAsync(
            values.Symbol().Symbol,
            from,
            to,
            Position(values),
            values.Limit(),
            a => (kind is null || a.Kind == kind) && (decision is null || a.Decision == decision),
            cancellation
        );
        return PageOf(page.Rows, page.LastRow, values);
    }
}
