using System.Security.Cryptography;
using MarketPulse.Alerts.Delivery;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Silences;

/// <summary>Adds and ends silences (IO): the same for the command line and over HTTP.</summary>
public sealed class SilenceBook(SilenceTable table, Watchlist watchlist, TimeProvider clock)
{
    /// <summary>Silences that may be active or to come at once: each run reads them all.</summary>
    public const int Most = 200;

    /// <summary>Stores a silence.</summary>
    /// <exception cref="QueryTextException">A field can't be used, or there are too many already.</exception>
    public async Task<SilenceAnswer> AddAsync(SilenceWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var now = clock.GetUtcNow();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var silence = wish.Read(watchlist, now, id);
        var there = await table.ReadAsync(cancellation);
        if (there.Count(s => s.EndsAt > now) >= Most)
        {
            throw new QueryTextException(
                "until",
                $"{Most} silences haven't ended yet",
                ["a further one when some are ended"]
            );
        }

        await table.WriteAsync(silence, cancellation);
        return SilenceAnswer.Of(silence, now);
    }

    /// <summary>Ends a silence now; one that is still to come never begins, one that has ended stays as it is.</summary>
    /// <returns>The silence, and whether this ended it; null where there is none of this id.</returns>
    public async Task<(SilenceAnswer Silence, bool Ended)?> ExpireAsync(
        string id,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var silence = (await table.ReadAsync(cancellation)).FirstOrDefault(s => s.Id == id);
        if (silence is null)
        {
            return null;
        }

        if (silence.EndsAt <= now)
        {
            return (SilenceAnswer.Of(silence, now), false);
        }

        var ended = silence with
        {
            StartsAt = silence.StartsAt < now ? silence.StartsAt : now,
            EndsAt = now,
        };
        await table.WriteAsync(ended, cancellation);
        return (SilenceAnswer.Of(ended, now), true);
    }
}
