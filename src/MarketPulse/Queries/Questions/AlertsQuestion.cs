using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Every decision about an alert, newest event day first: why there was a mail, or none, and what became of it (IO).</summary>
public sealed class AlertsQuestion(Watchlist watchlist, AlertTable table, Outbox outbox)
    : Question<AlertAnswer>(Asked, watchlist)
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

    protected override async Task<Page<AlertAnswer>> AskAsync(
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
        var mails = await MailsAsync(page.Rows, cancellation);
        return PageOf(
            [
                .. page.Rows.Select(a =>
                    AlertAnswer.Of(a, mails.GetValueOrDefault(a.NotificationKey ?? ""))
                ),
            ],
            page.LastRow,
            values
        );
    }

    private async Task<Dictionary<string, Notification>> MailsAsync(
        IEnumerable<Alert> alerts,
        CancellationToken cancellation
    )
    {
        var mails = new Dictionary<string, Notification>();
        if (alerts.All(a => a.NotificationKey is null))
        {
            return mails;
        }

        // What is in "sent" counts: a crash may have left it elsewhere too.
        foreach (
            var partition in new[] { Outbox.Sent, Outbox.Pending, Outbox.Silenced, Outbox.Dead }
        )
        {
            foreach (var mail in await outbox.ReadAsync(partition, cancellation))
            {
                mails.TryAdd(mail.Key, mail);
            }
        }

        return mails;
    }
}
