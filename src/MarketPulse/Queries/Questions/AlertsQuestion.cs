using System.Text;
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
            QueryParameters.AsOf,
        ]
    );

    public override IReadOnlyList<AnswerFormat> Formats =>
        [AnswerFormat.Json, AnswerFormat.Csv, AnswerFormat.Atom];

    protected override AnswerText Write(Page<AlertAnswer> page, AnswerFormat format) =>
        format == AnswerFormat.Atom
            ? new(
                Encoding.UTF8.GetString(AlertFeed.Write(page.Rows)),
                AlertFeed.MediaType,
                Next: null
            )
            : base.Write(page, format);

    protected override async Task<Page<AlertAnswer>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var kind = values.Named<AnnouncementKind>(QueryParameters.Kind);
        var decision = values.Named<NotifyDecision>(Decision);
        var asOf = values.AsOf();
        var (from, to) = values.Span();
        var page = await table.ReadPageAsync(
            values.Symbol().Symbol,
            from,
            to,
            Position(values),
            values.Limit(),
            a =>
                (kind is null || a.Kind == kind)
                && (decision is null || a.Decision == decision)
                && (asOf is null || a.DecidedAt <= asOf),
            cancellation
        );
        var mails = await MailsAsync(page.Rows, cancellation);
        return PageOf(
            [
                .. page.Rows.Select(a =>
                    AlertAnswer.Of(a, mails.GetValueOrDefault(a.NotificationKey ?? ""), asOf)
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
