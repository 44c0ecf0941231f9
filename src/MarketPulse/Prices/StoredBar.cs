using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>A session's bar as it is stored: its figures, where they came from and when, and what they were before.</summary>
/// <param name="Source">The price source's name, such as <c>yahoo</c>.</param>
/// <param name="RetrievedAt">When these figures came (UTC).</param>
/// <param name="AdjustedClose">
/// The source's own adjusted close, on the basis of <paramref name="RetrievedAt"/>: kept for checking, never used in a return.
/// </param>
/// <param name="Revisions">Former figures, oldest first.</param>
public sealed record StoredBar(
    DailyPrice Bar,
    string Source,
    DateTimeOffset RetrievedAt,
    double? AdjustedClose,
    ImmutableArray<BarRevision> Revisions
)
{
    /// <summary>Former figures that are kept: the very first ones, which a mail may have quoted, and the latest.</summary>
    public const int MostRevisions = 16;

    /// <summary>Relative difference under which two prices are the same one, rounded twice.</summary>
    private const double Rounding = 1e-6;

    public DateOnly Session => Bar.Session;

    /// <summary>Since when what the session's return depends on (close, dividend, split) has been as it is (UTC).</summary>
    public DateTimeOffset ReturnKnownSince
    {
        get
        {
            var since = RetrievedAt;
            for (var i = Revisions.Length - 1; i >= 0 && HasSameReturn(Revisions[i].Bar, Bar); i--)
            {
                since = Revisions[i].RetrievedAt;
            }

            return since;
        }
    }

    /// <summary>Whether results may have been computed without these figures: they came a session late, or in place of others.</summary>
    public bool CameLate =>
        Revisions.Any(r => !HasSameReturn(r.Bar, Bar))
        || ReturnKnownSince >= TradingCalendar.CloseOf(TradingCalendar.After(Session));

    public static StoredBar New(DailyPrice bar, string source, DateTimeOffset at) =>
        new(bar, source, at, null, []);

    /// <summary>Whether figures say the same as these, rounding apart.</summary>
    public bool Says(DailyPrice other) =>
        HasSameReturn(Bar, other)
        && AreSame(Bar.Open, other.Open)
        && AreSame(Bar.High, other.High)
        && AreSame(Bar.Low, other.Low)
        && AreSame(Bar.Volume, other.Volume);

    /// <summary>The session's bar with new figures, the present ones kept behind them.</summary>
    public StoredBar Revised(
        DailyPrice bar,
        string source,
        DateTimeOffset at,
        double? adjustedClose
    )
    {
        var revisions = Revisions.Add(new BarRevision(Bar, Source, RetrievedAt, at));
        return new(
            bar,
            source,
            at,
            adjustedClose,
            revisions.Length > MostRevisions ? revisions.RemoveAt(1) : revisions
        );
    }

    /// <summary>What was stored of the session at an instant (UTC), or null where nothing was.</summary>
    public StoredBar? AsOf(DateTimeOffset instant)
    {
        if (RetrievedAt <= instant)
        {
            return this;
        }

        var last = Revisions.Length - 1;
        while (last >= 0 && Revisions[last].RetrievedAt > instant)
        {
            last--;
        }

        return last < 0
            ? null
            : new(
                Revisions[last].Bar,
                Revisions[last].Source,
                Revisions[last].RetrievedAt,
                null,
                Revisions[..last]
            );
    }

    private static bool HasSameReturn(DailyPrice one, DailyPrice other) =>
        AreSame(one.Close, other.Close)
        && AreSame(one.Dividend, other.Dividend)
        && AreSame(one.SplitRatio, other.SplitRatio);

    private static bool AreSame(double one, double other) =>
        Math.Abs(one - other) <= Rounding * Math.Max(Math.Abs(one), Math.Abs(other));
}
