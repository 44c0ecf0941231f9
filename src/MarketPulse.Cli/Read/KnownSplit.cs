using MarketPulse.Prices;

namespace MarketPulse.Cli.Read;

/// <summary>A split that split-adjusted files are taken back by.</summary>
/// <param name="Session">The first session on the new share count.</param>
/// <param name="Ratio">New shares per old share.</param>
internal sealed record KnownSplit(string Symbol, DateOnly Session, double Ratio)
{
    /// <summary>NVIDIA's since 2014, by its announcements of 21 May 2021 and 22 May 2024.</summary>
    public static readonly IReadOnlyList<KnownSplit> BuiltIn =
    [
        new("NVDA", new(2021, 7, 20), 4),
        new("NVDA", new(2024, 6, 10), 10),
    ];

    /// <summary>Bars with the splits on their sessions, prices and volumes as they were traded.</summary>
    /// <param name="bars">In order; either adjusted for every split, or as traded already: the jump between two sessions tells.</param>
    public static IEnumerable<DailyPrice> AsTraded(
        IReadOnlyList<DailyPrice> bars,
        IReadOnlyList<KnownSplit> splits
    )
    {
        var applied = splits
            .Select(s => (Split: s, At: IndexOf(bars, s.Session)))
            .Where(s => s.At > 0)
            .Select(s => (s.Split, s.At, IsTraded: HasJump(bars, s.At, s.Split.Ratio)))
            .ToList();
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            var later = applied
                .Where(s => !s.IsTraded && s.At > i)
                .Aggregate(1.0, (product, s) => product * s.Split.Ratio);
            var own = applied
                .Where(s => s.At == i)
                .Aggregate(1.0, (product, s) => product * s.Split.Ratio);
            yield return new DailyPrice(
                bar.Session,
                Price(bar.Open),
                Price(bar.High),
                Price(bar.Low),
                Price(bar.Close),
                (long)Math.Round(bar.Volume / later),
                Math.Round(bar.Dividend * later, 6),
                own
            );

            // Four decimals are what a quote can have; an older file's have more only because they were divided.
            double Price(double adjusted) => Math.Round(adjusted * later, 4);
        }
    }

    private static int IndexOf(IReadOnlyList<DailyPrice> bars, DateOnly session)
    {
        var (low, high) = (0, bars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = bars[middle].Session < session ? (middle + 1, high) : (low, middle);
        }

        return low < bars.Count && bars[low].Session == session ? low : -1;
    }

    private static bool HasJump(IReadOnlyList<DailyPrice> bars, int at, double ratio)
    {
        var jump = bars[at - 1].Close / bars[at].Open;
        return jump > ratio * 0.7 && jump < ratio * 1.4;
    }
}
