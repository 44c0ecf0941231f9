using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>A series' share counts: what a price was in the dollars of its own day, and on the share counts after later splits.</summary>
/// <remarks>
/// Bars may be as traded (their splits beside them) or already adjusted (files that say nothing of splits). A known split
/// that the bars neither record nor show as a jump was adjusted for, and is undone here.
/// </remarks>
internal sealed class ShareBases
{
    /// <summary>How far a jump may be from a split's ratio and still be that split.</summary>
    private const double JumpSlack = 0.3;

    /// <summary>For how many months after a split prices may still be told on the old share count.</summary>
    private const int OldShares = 6;

    private readonly PriceSeries _series;
    private readonly ImmutableArray<(DateOnly Session, double Ratio, bool Undo)> _splits;

    public ShareBases(PriceSeries series)
    {
        _series = series;
        var recorded = series
            .Bars.Where(b => b.SplitRatio != 1)
            .Select(b => (b.Session, b.SplitRatio, false));
        var known = KnownSplits
            .Of(series.Symbol)
            .Where(s => series.IndexOf(s.Session) is > 0 and var i && IsSmooth(i, s.Ratio))
            .Select(s => (s.Session, s.Ratio, true));
        _splits = [.. recorded.Concat(known).OrderBy(s => s.Item1)];
    }

    /// <summary>
    /// What a stored price of a bar is multiplied by, with the basis in words (null where there was no later split):
    /// first the dollars of the day, then the share count after each later split.
    /// </summary>
    public IEnumerable<(double Factor, string? Basis)> Of(int index)
    {
        var session = _series[index].Session;
        var later = _splits.Where(s => s.Session > session).ToList();
        var factor = later.Where(s => s.Undo).Aggregate(1.0, (f, s) => f * s.Ratio);
        var own = factor;
        yield return (factor, later is [var next, ..] ? $"as traded, before {Name(next)}" : null);
        foreach (var split in later)
        {
            factor /= split.Ratio;
            yield return (factor, $"on the share count after {Name(split)}");
        }

        // Writers still think in the old shares for a while: 1,355.80 for the 135.58 of a week after a 10-for-1.
        if (
            _splits.LastOrDefault(s =>
                s.Session <= session && s.Session > session.AddMonths(-OldShares)
            ) is
            { Ratio: > 0 } past
        )
        {
            yield return (own * past.Ratio, $"on the share count before {Name(past)}");
        }
    }

    private bool IsSmooth(int index, double ratio) =>
        _series[index].SplitRatio == 1
        && Math.Abs((_series[index - 1].Close / _series[index].Open / ratio) - 1) > JumpSlack;

    private static string Name((DateOnly Session, double Ratio, bool Undo) split) =>
        split.Ratio == Math.Floor(split.Ratio)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the {split.Ratio}-for-1 split of {split.Session:yyyy-MM-dd}"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the split of {split.Session:yyyy-MM-dd} ({split.Ratio} for 1)"
            );
}
