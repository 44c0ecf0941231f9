using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Senders;
using MarketPulse.Cli.Local;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Options;

namespace MarketPulse.Cli.Doctor;

/// <summary>What <c>doctor</c> looks at, one method a part. A check that fails never stops the others.</summary>
/// <param name="isReplay">The folder holds a replay, whose prices rightly end with its span.</param>
internal sealed class Checks(CliHost host, TimeProvider clock, bool isReplay)
{
    public async IAsyncEnumerable<Finding> RunAsync(
        bool offline,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return Watchlist();
        foreach (var function in FunctionNames.All)
        {
            yield return Schedule(function);
        }

        yield return Calendar();
        yield return await StorageAsync(cancellation);
        await foreach (var finding in new PriceChecks(host, clock, isReplay).RunAsync(cancellation))
        {
            yield return finding;
        }

        foreach (var finding in await RunsAsync(cancellation))
        {
            yield return finding;
        }

        yield return await OutboxAsync(cancellation);
        if (offline)
        {
            yield return new("Sources", Health.Note, "not asked (--offline)");
            yield break;
        }

        yield return await MailAsync(cancellation);
        foreach (var feed in host.Get<Watchlist>().Feeds)
        {
            yield return await FeedAsync(feed, cancellation);
        }

        await foreach (
            var finding in new PriceChecks(host, clock, isReplay).AskSourcesAsync(cancellation)
        )
        {
            yield return finding;
        }
    }

    private Finding Watchlist()
    {
        var list = host.Get<Watchlist>();
        return new(
            "Watchlist",
            Health.Ok,
            $"{string.Join(", ", list.Symbols.Select(s => $"{s.Symbol} against {string.Join(" and ", s.Benchmarks.Select(b => b.Symbol))}"))}; {list.Feeds.Length} feeds; {list.Rules.Length} rule{(list.Rules.Length == 1 ? "" : "s")}"
        );
    }

    private Finding Schedule(string function)
    {
        try
        {
            var next = Schedules
                .Of(host.Configuration, function)
                .GetNextOccurrence(clock.GetUtcNow().UtcDateTime);
            return new(
                $"Schedule of {function}",
                Health.Ok,
                string.Create(CultureInfo.InvariantCulture, $"next {next:yyyy-MM-dd HH:mm} UTC")
            );
        }
        catch (SettingException error)
        {
            return new($"Schedule of {function}", Health.Trouble, error.Message);
        }
    }

    private Finding Calendar()
    {
        var today = TradingCalendar.DateOf(clock.GetUtcNow());
        return today > TradingCalendar.Last
                ? new(
                    "Trading calendar",
                    Health.Trouble,
                    $"ended on {TradingCalendar.Last:yyyy-MM-dd}: update MarketPulse."
                )
            : today.AddYears(1) > TradingCalendar.Last
                ? new(
                    "Trading calendar",
                    Health.Note,
                    $"ends on {TradingCalendar.Last:yyyy-MM-dd}: update MarketPulse before then."
                )
            : new(
                "Trading calendar",
                Health.Ok,
                $"to {TradingCalendar.Last:yyyy-MM-dd}; {(TradingCalendar.ClosedBecause(today) is { } why ? $"closed today ({why})" : "a session today")}"
            );
    }

    private async Task<Finding> StorageAsync(CancellationToken cancellation)
    {
        try
        {
            await host.Get<TableStorage>().TableAsync(TableNames.Sources, cancellation);
            return new("Storage", Health.Ok, "answers");
        }
        catch (Exception error)
            when (error
                    is Azure.RequestFailedException
                        or Azure.Identity.AuthenticationFailedException
                        or AggregateException
            )
        {
            return new(
                "Storage",
                Health.Trouble,
                $"{error.Message.Split('\n')[0]} Check Storage__TableEndpoint or Storage__ConnectionString, and that you hold the role Storage Table Data Contributor."
            );
        }
    }

    private async Task<IReadOnlyList<Finding>> RunsAsync(CancellationToken cancellation)
    {
        var runs = await host.Get<RunTable>().ReadAsync(cancellation);
        return
        [
            .. FunctionNames.All.Select(function =>
                runs.FirstOrDefault(r => r.Function == function) is { Function: not null } run
                    ? new Finding(
                        $"Last {function}",
                        Health.Ok,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{run.FinishedAt:yyyy-MM-dd HH:mm} UTC: {run.Outcome}"
                        )
                    )
                    : new Finding($"Last {function}", Health.Note, "has never run to its end.")
            ),
        ];
    }

    private async Task<Finding> OutboxAsync(CancellationToken cancellation)
    {
        var outbox = host.Get<Outbox>();
        var (pending, dead) = (
            await outbox.ReadAsync(Outbox.Pending, cancellation),
            await outbox.ReadAsync(Outbox.Dead, cancellation)
        );
        return dead.Count > 0
                ? new(
                    "Mails",
                    Health.Trouble,
                    $"{dead.Count} given up; the last said: {dead[^1].LastFailure}"
                )
            : pending.FirstOrDefault(p => p.LastFailure is not null) is { } failing
                ? new(
                    "Mails",
                    Health.Note,
                    $"{pending.Count} waiting; {failing.Key} failed {failing.Attempts} times and is tried again at {failing.NextAttemptAt:yyyy-MM-dd HH:mm} UTC: {failing.LastFailure}"
                )
            : new(
                "Mails",
                Health.Ok,
                pending.Count == 0 ? "none waiting" : $"{pending.Count} waiting for the next run"
            );
    }

    private async Task<Finding> MailAsync(CancellationToken cancellation)
    {
        var options = host.Get<IOptions<EmailOptions>>().Value;
        try
        {
            switch (options.Sender)
            {
                case "smtp":
                    await host.Get<SmtpSender>().ProbeAsync(cancellation);
                    return new(
                        "Mail",
                        Health.Ok,
                        $"{options.SmtpHost}:{options.SmtpPort} takes mails to {options.To}"
                    );
                case "acs":
                    await host.Get<AcsSender>().ProbeAsync(cancellation);
                    return new(
                        "Mail",
                        Health.Ok,
                        $"{options.AcsEndpoint} lets this identity send to {options.To}"
                    );
                case "webhook":
                    return new(
                        "Mail",
                        Health.Note,
                        $"goes to a {options.WebhookShape} webhook, which can't be asked without posting."
                    );
                default:
                    await ProbeFolderAsync(options.PickupFolder!, cancellation);
                    return new(
                        "Mail",
                        Health.Ok,
                        $"into {options.PickupFolder}; to get them by mail, set Email__Sender to smtp."
                    );
            }
        }
        catch (Exception error)
            when (error is EmailNotSentException or IOException or UnauthorizedAccessException)
        {
            return new("Mail", Health.Trouble, $"{error.Message} Check the Email__… settings.");
        }
    }

    private static async Task ProbeFolderAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, ".doctor");
        await File.WriteAllTextAsync(probe, "", cancellation);
        File.Delete(probe);
    }

    private async Task<Finding> FeedAsync(WatchedFeed feed, CancellationToken cancellation)
    {
        try
        {
            var client = host.Get<FeedClient>();
            var reply = await client.GetAsync(feed.Url, FeedValidators.None, cancellation);
            var document = FeedParser.Parse(reply!.Body, reply.Address, reply.Charset);
            if (client.LacksSecContact(feed.Url))
            {
                return new($"Feed {feed.Name}", Health.Note, SecContact.Cure);
            }

            if (reply.MovedTo is { } moved)
            {
                return new(
                    $"Feed {feed.Name}",
                    Health.Note,
                    $"has moved to {moved} for good: change it in the watchlist"
                );
            }

            return document.Items.Count > 0 && document.Format != FeedFormat.Page
                ? new($"Feed {feed.Name}", Health.Ok, $"{document.Items.Count} items")
                : new(
                    $"Feed {feed.Name}",
                    Health.Trouble,
                    $"no items. {string.Join(" ", document.Notes)}"
                );
        }
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new($"Feed {feed.Name}", Health.Trouble, $"{feed.Url}: {error.Message}");
        }
    }
}
