using System.Collections.Immutable;
using System.Globalization;
using Azure;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>One stored message → a mail that is sent, and the mark that it was (IO).</summary>
public sealed partial class NotificationSender(
    Watchlist watchlist,
    AnnouncementTable announcements,
    PriceTable prices,
    CorrelationTable correlations,
    Outbox outbox,
    AlertEmail email,
    IEmailSender sender,
    IOptions<EmailOptions> options,
    TimeProvider clock,
    ILogger<NotificationSender> log
)
{
    /// <summary>Calendar days of bars before the event day that a mail's chart and year-to-date figure need.</summary>
    private const int DaysOfBars = 400;

    private static readonly TimeSpan PauseForSettings = TimeSpan.FromMinutes(15);

    public async Task SendAsync(
        Notification notification,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        if (notification.NextAttemptAt > now)
        {
            return;
        }

        try
        {
            if (await outbox.FindAsync(notification.Key, cancellation) is { SentAt: not null } sent)
            {
                // A crash between the mark and the deletion: it has been sent.
                await outbox.MoveAsync(sent, Outbox.Sent, cancellation);
                return;
            }

            var (message, name, told) = await ComposeAsync(notification, cancellation);
            var delivered = await sender.SendAsync(message, name, cancellation);
            await outbox.MoveAsync(
                notification with
                {
                    SentAt = now,
                    DeliveredAs = delivered,
                    Told = told,
                },
                Outbox.Sent,
                cancellation
            );
            report.Count("mails sent");
        }
        catch (EmailNotSentException error) when (Until(error, now) is { } until)
        {
            report.Problem($"mail {notification.Key}, put off", error.Message);
            await outbox.KeepAsync(notification.Postponed(error.Message, until), cancellation);
        }
        // Whatever keeps one message from going must not keep those behind it. Trouble with the storage is everybody's.
        catch (Exception error)
            when (error is not (OperationCanceledException or RequestFailedException))
        {
            var failed = notification.Failed(error.Message, now);
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

    private async Task<(MimeMessage Message, string Name, Verdict? Told)> ComposeAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        var (from, to) = (options.Value.From, options.Value.To);
        if (notification is not { Trouble: null, Promise: null })
        {
            return (
                notification.Promise is null
                    ? TroubleEmail.Compose(notification, from, to)
                    : PromiseEmail.Compose(notification, from, to),
                $"{notification.DecidedAt:yyyy-MM-dd}-{notification.Key.Replace('_', '-')}",
                null
            );
        }

        if (notification.Correction is not null)
        {
            return (
                CorrectionEmail.Compose(notification, from, to),
                Name(notification, $"{notification.Symbol}-Correction"),
                null
            );
        }

        var content = await GatherAsync(notification, cancellation);
        return (
            await email.ComposeAsync(content, from, to, cancellation),
            Name(notification, $"{content.Primary.Symbol}-{content.Primary.Kind}"),
            content.Primary.Verdict
        );
    }

    private async Task<AlertContent> GatherAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        var symbol =
            watchlist.Find(notification.Symbol)
            ?? throw Missing(notification, $"{notification.Symbol} is no longer on the watchlist");
        var day = notification.EventDay;
        var from = day.AddDays(-DaysOfBars);

        // What was known when it was decided: a late attempt sends the same mail.
        var results = (await correlations.ReadAsync(symbol.Symbol, day, day, cancellation))
            .Where(r => r.WindowTo == 0)
            .ToImmutableArray();
        var midnight = TradingCalendar.Midnight(day);
        var known = await announcements.ReadAsync(
            symbol.Symbol,
            midnight.AddDays(-14),
            // A comment on a day may come a week after it.
            midnight.AddDays(8),
            cancellation
        );
        ImmutableArray<Announcement> told =
        [
            .. from id in notification.AnnouncementIds
            from announcement in known
            where announcement.Id == id
            select announcement,
        ];
        if (told.IsEmpty)
        {
            throw Missing(notification, "its announcements are no longer stored");
        }

        var leading = results.Where(r => r.AnnouncementId == told[0].Id).ToImmutableArray();
        var primary =
            leading.FirstOrDefault(r => AlertDecider.IsPrimary(r, symbol))
            ?? throw Missing(notification, "its result is no longer stored");
        var benchmark = symbol.Benchmarks[0].Symbol;
        var stockBars = await prices.ReadStoredAsync(symbol.Symbol, from, day, cancellation);
        var benchmarkBars = await prices.ReadStoredAsync(benchmark, from, day, cancellation);
        return new AlertContent(
            told,
            leading,
            primary,
            new PriceSeries(symbol.Symbol, stockBars.Select(b => b.Bar)),
            new PriceSeries(benchmark, benchmarkBars.Select(b => b.Bar)),
            notification.Why,
            notification.DecidedAt,
            notification.MessageId
        )
        {
            PriceSource = PriceSourceNames.Of(stockBars.Concat(benchmarkBars)),
        };
    }

    private static EmailNotSentException Missing(Notification notification, string what) =>
        new($"The mail {notification.Key} can't be written: {what}.");

    /// <summary>A name fit for a file: one message a symbol and day, or a trouble.</summary>
    private static string Name(Notification notification, string what)
    {
        var plain = what.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{notification.EventDay:yyyy-MM-dd}-{new string(plain)}"
        );
    }
}
