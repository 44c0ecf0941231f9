using System.Diagnostics;
using Azure;
using MarketPulse.Correlation;
using MarketPulse.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MarketPulse.Alerts;

/// <summary>One stored message → a mail that is sent, and the mark that it was (IO).</summary>
public sealed partial class NotificationSender(
    Outbox outbox,
    NotificationComposer composer,
    IEmailSender sender,
    IOptions<AlertOptions> options,
    Random random,
    TimeProvider clock,
    ILogger<NotificationSender> log
)
{
    /// <summary>A sender that takes longer counts as failed. It may have taken the mail all the same: the next attempt carries the same ids.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>How long a message belongs to the run that has taken it up: longer than an attempt, shorter than the next run is away.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PauseForSettings = TimeSpan.FromMinutes(15);

    public async Task SendAsync(
        Notification notification,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var claimed = await outbox.TryChangeAsync(
            notification with
            {
                ClaimedBy = options.Value.Runner,
                ClaimedUntil = now + Claim,
            },
            cancellation
        );
        if (claimed is null)
        {
            // Another run has it.
            return;
        }

        if (await outbox.FindSentAsync(notification.Key, cancellation) is { } sent)
        {
            // A crash between the mark and the deletion: it has been sent.
            await outbox.MoveAsync(sent, Outbox.Sent, cancellation);
            return;
        }

        using var step = claimed.AnnouncementIds is [var leading, ..]
            ? Traces.Step(Traces.Sent, claimed.Symbol, leading, claimed.AnnouncementIds)
            : null;
        string delivered;
        Verdict? told;
        try
        {
            (delivered, told) = await HandOverAsync(claimed, cancellation);
        }
        catch (EmailNotSentException error) when (Until(error, now) is { } until)
        {
            step?.SetStatus(ActivityStatusCode.Error, "put off");
            report.Problem($"mail {claimed.Key}, put off", error.Message);
            await outbox.KeepAsync(claimed.Postponed(error.Message, until), cancellation);
            return;
        }
        // Whatever keeps one message from going must not keep those behind it. Trouble with the storage is everybody's;
        // its client wraps what repeated attempts said.
        catch (Exception error)
            when (error
                    is not (
                        OperationCanceledException
                        or RequestFailedException
                        or AggregateException
                    )
            )
        {
            step?.SetStatus(ActivityStatusCode.Error, "failed");
            await FailAsync(claimed, error, report, cancellation);
            return;
        }

        await outbox.MoveAsync(
            claimed.Delivered(delivered, now) with
            {
                Told = told,
            },
            Outbox.Sent,
            cancellation
        );
        report.Count("mails sent");
    }

    private async Task FailAsync(
        Notification claimed,
        Exception error,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var failed = claimed.Failed(error.Message, clock.GetUtcNow(), random.NextDouble());
        var isRefused = error is EmailNotSentException { Failure: SendFailure.Refused };
        report.Problem($"mail {failed.Key}, attempt {failed.Attempts}", error.Message);
        if (failed.IsDead || isRefused)
        {
            await outbox.MoveAsync(failed, Outbox.Dead, cancellation);
            SetAside(failed.Key, failed.Attempts, error.Message);
        }
        else
        {
            await outbox.KeepAsync(failed, cancellation);
        }
    }

    /// <summary>The deployment's alert on dead letters looks for these words.</summary>
    [LoggerMessage(
        EventId = 4001,
        EventName = "MailSetAside",
        Level = LogLevel.Error,
        Message = "Mail set aside: {Key} after {Attempts} attempts: {Why}"
    )]
    private partial void SetAside(string key, int attempts, string why);

    /// <summary>When to try a message again whose failure isn't its own: at the sender's word, or when a setting may be mended.</summary>
    private static DateTimeOffset? Until(EmailNotSentException error, DateTimeOffset now) =>
        error switch
        {
            { NotBefore: { } named } => named,
            { Failure: SendFailure.Settings } => now + PauseForSettings,
            _ => null,
        };

    private async Task<(string DeliveredAs, Verdict? Told)> HandOverAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        var (message, name, told) = await composer.ComposeAsync(notification, cancellation);
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            limit.Token
        );
        try
        {
            return (await sender.SendAsync(message, name, either.Token), told);
        }
        catch (OperationCanceledException error)
            when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new EmailNotSentException(
                $"The sender did not answer within {Limit.TotalMinutes:0} minutes.",
                error
            );
        }
    }
}
