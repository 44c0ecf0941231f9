using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;

namespace MarketPulse.Queries;

/// <summary>What was stored at an instant, as far as that is kept. Null for an instant means now.</summary>
internal static class KnownThen
{
    /// <summary>
    /// The announcement with the title that it had, or null where it hadn't been read. Former texts and dates aren't kept whole:
    /// where a source changed them since, they are today's.
    /// </summary>
    public static Announcement? AsOf(this Announcement announcement, DateTimeOffset? instant)
    {
        if (instant is not { } then)
        {
            return announcement;
        }

        if (announcement.FirstSeenAt > then)
        {
            return null;
        }

        var later = announcement.Edits.Where(e => e.SeenAt > then).ToImmutableArray();
        // The first change after that instant says what stood before it; only the first source's title is the story's.
        var title = later.FirstOrDefault(e =>
            e.Field == "title" && e.Was.Length > 0 && e.Feed == announcement.Sources[0].Feed
        );
        return announcement with
        {
            Title = title?.Was ?? announcement.Title,
            Edits = [.. announcement.Edits.Where(e => e.SeenAt <= then)],
            UpdatedAt = announcement.UpdatedAt > then ? null : announcement.UpdatedAt,
            CorrectedAt = announcement.CorrectedAt > then ? null : announcement.CorrectedAt,
        };
    }

    /// <summary>
    /// The result as it stood, or null where it hadn't been computed, or what stood there isn't kept. One that was revised
    /// since keeps its first figures and verdict; what the first one doesn't hold is null.
    /// </summary>
    public static CorrelationResult? AsOf(this CorrelationResult result, DateTimeOffset? instant) =>
        instant is not { } then || result.ComputedAt <= then ? result
        : result.Former is { } former && former.ComputedAt <= then
            ? result with
            {
                Close = former.Close,
                Return = former.Return,
                BenchmarkReturn = null,
                ExpectedReturn = null,
                AbnormalReturn =
                    result.WindowFrom == result.WindowTo ? former.CumulativeAbnormalReturn : null,
                CumulativeAbnormalReturn = former.CumulativeAbnormalReturn,
                StandardError = null,
                T = former.T,
                DegreesOfFreedom = null,
                P = former.P,
                Alpha = null,
                Beta = null,
                Sigma = null,
                Verdict = former.Verdict,
                VerdictReason = "as first computed; revised since, and its reason then isn't kept",
                Notes = [],
                ComputedAt = former.ComputedAt,
                Former = null,
            }
        : null;
}
