using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>Sessions in a row without a bar, and how often they were asked for.</summary>
/// <param name="From">The first session, inclusive.</param>
/// <param name="To">The last session, inclusive.</param>
/// <param name="Attempts">Requests that didn't bring them.</param>
/// <param name="NextAttemptAt">Not before (UTC); null when they are given up.</param>
public sealed record PriceGap(
    DateOnly From,
    DateOnly To,
    int Attempts,
    DateTimeOffset? NextAttemptAt
)
{
    /// <summary>Requests after which a gap isn't asked for any more.</summary>
    public const int MostAttempts = 10;

    /// <summary>The sessions between two dates, both inclusive, that aren't known, as gaps that were never asked for.</summary>
    public static ImmutableArray<PriceGap> Find(
        DateOnly from,
        DateOnly to,
        Func<DateOnly, bool> isKnown
    )
    {
        var gaps = ImmutableArray.CreateBuilder<PriceGap>();
        DateOnly? first = null,
            last = null;
        foreach (var session in TradingCalendar.Sessions(from, to))
        {
            if (isKnown(session))
            {
                Close();
            }
            else
            {
                (first, last) = (first ?? session, session);
            }
        }

        Close();
        return gaps.ToImmutable();

        void Close()
        {
            if (first is { } begin && last is { } end)
            {
                gaps.Add(new(begin, end, 0, DateTimeOffset.UnixEpoch));
            }

            (first, last) = (null, null);
        }
    }

    /// <summary>The gap after one more request in vain: hourly at first, then daily, then never.</summary>
    public PriceGap Asked(DateTimeOffset now) =>
        this with
        {
            Attempts = Attempts + 1,
            NextAttemptAt =
                Attempts + 1 >= MostAttempts
                    ? null
                    : now + (Attempts < 3 ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1)),
        };

    public override string ToString() =>
        From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}";
}
