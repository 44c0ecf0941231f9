using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Announcements;

/// <summary>Stored announcements (IO): partition the symbol, row the story's first instant inverted, then its id.</summary>
public sealed class AnnouncementTable(TableStorage storage, ILogger<AnnouncementTable> log)
{
    // A story's row key holds the instant of its first telling; a later telling or a correction can move its published instant by no more than this.
    private static readonly TimeSpan Drift =
        StoryEdits.FarthestCorrection + Stories.Span + TimeSpan.FromHours(1);

    /// <summary>Announcements ordered from one instant to another, both inclusive, oldest first.</summary>
    public async Task<IReadOnlyList<Announcement>> ReadAsync(
        string symbol,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        return await table
            .ReadAsync(
                symbol,
                TableOperations.NewestFirst(Shift(to, Drift)),
                TableOperations.NewestFirst(Shift(from, -Drift)) + "~",
                EntityCodec.FromEntity<Announcement>,
                log,
                cancellation
            )
            .Where(a => a.OrderedAt >= from && a.OrderedAt <= to)
            .OrderBy(a => a.OrderedAt)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToListAsync(cancellation);
    }

    /// <summary>One page of announcements ordered from one instant to another, both inclusive: newest first telling first.</summary>
    /// <param name="after">What the page before ended with.</param>
    public async Task<TablePage<Announcement>> ReadPageAsync(
        string symbol,
        DateTimeOffset from,
        DateTimeOffset to,
        string? after,
        int most,
        Func<Announcement, bool> matches,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        return await table.ReadPageAsync<Announcement>(
            symbol,
            (
                TableOperations.NewestFirst(Shift(to, Drift)),
                TableOperations.NewestFirst(Shift(from, -Drift)) + "~"
            ),
            after,
            most,
            a => a.OrderedAt >= from && a.OrderedAt <= to && matches(a),
            log,
            cancellation
        );
    }

    /// <summary>An announcement by its id, or null.</summary>
    public async Task<Announcement?> FindAsync(
        string symbol,
        string id,
        CancellationToken cancellation
    )
    {
        if (InstantOf(id) is null)
        {
            return null;
        }

        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        return await table
            .ReadAsync(
                symbol,
                Row(id),
                Row(id),
                EntityCodec.FromEntity<Announcement>,
                log,
                cancellation
            )
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Announcements first seen, or given another published instant, at or after an instant; oldest first.</summary>
    public async Task<IReadOnlyList<Announcement>> ReadSeenSinceAsync(
        string symbol,
        DateTimeOffset seenSince,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {symbol} and (FirstSeenAt ge {seenSince} or CorrectedAt ge {seenSince})"
        );
        return await table
            .ReadAsync(filter, EntityCodec.FromEntity<Announcement>, log, cancellation)
            .OrderBy(a => a.OrderedAt)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToListAsync(cancellation);
    }

    /// <summary>Announcements that promise something or say that it is there, oldest first: what the ledger is made of.</summary>
    public async Task<IReadOnlyList<Announcement>> ReadWithClaimsAsync(
        string symbol,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        // Rows of an earlier version have no such column, which is not greater than anything.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {symbol} and Claims gt {"[]"}"
        );
        return await table
            .ReadAsync(filter, EntityCodec.FromEntity<Announcement>, log, cancellation)
            .OrderBy(a => a.OrderedAt)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToListAsync(cancellation);
    }

    /// <summary>Writes announcements, each replacing what its id had.</summary>
    public async Task WriteAsync(
        IEnumerable<Announcement> announcements,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Announcements, cancellation);
        foreach (var symbol in announcements.GroupBy(a => a.Symbol))
        {
            var rows = symbol.Select(a => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                EntityCodec.ToEntity(a.Symbol, Row(a.Id), a)
            ));
            await table.WriteAsync(rows, cancellation);
        }
    }

    /// <summary>The row key of an announcement: its place in the order of the answers.</summary>
    internal static string Row(string id) =>
        $"{TableOperations.NewestFirst(InstantOf(id) ?? throw new FormatException($"'{id}' is not an announcement's id."))}_{id}";

    /// <summary>The instant of the first telling, with which an id begins.</summary>
    private static DateTimeOffset? InstantOf(string id) =>
        id.Length > 15
        && DateTimeOffset.TryParseExact(
            id[..15],
            "yyyyMMdd'T'HHmmss",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : null;

    private static DateTimeOffset Shift(DateTimeOffset instant, TimeSpan by) =>
        by > TimeSpan.Zero
            ? (DateTimeOffset.MaxValue - instant > by ? instant + by : DateTimeOffset.MaxValue)
            : (instant - DateTimeOffset.MinValue > -by ? instant + by : DateTimeOffset.MinValue);
}
