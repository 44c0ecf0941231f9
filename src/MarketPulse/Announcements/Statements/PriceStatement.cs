using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements;

/// <summary>What a text says about a price, before anybody looked it up.</summary>
/// <param name="Symbol">The watched symbol that the text speaks of.</param>
/// <param name="Value">A price per share in <paramref name="Unit"/>, or a change in per cent (−3.43) or dollars, as stated; falls are negative.</param>
/// <param name="Unit"><c>USD</c> or <c>%</c>.</param>
/// <param name="Decimals">Decimals that the text gives: what it can be held to.</param>
/// <param name="Bound">How closely the text binds itself to the figure.</param>
/// <param name="OfMoment">Whether it may be a quote of the time of writing ("was trading at") and not of the session's end.</param>
/// <param name="When">The day that it speaks of, as far as its sentence says.</param>
/// <param name="Earlier">The last day named before that sentence; null where none is.</param>
/// <param name="Sentence">Which sentence of the text it stands in, counted from 0: a sentence's close and change share one day.</param>
/// <param name="Span">The shortest stretch of text that carries the statement.</param>
public sealed record PriceStatement(
    string Symbol,
    PriceField Field,
    double Value,
    string Unit,
    int Decimals,
    StatedBound Bound,
    bool OfMoment,
    DateReference When,
    DateReference? Earlier,
    int Sentence,
    TextSpan Span
)
{
    /// <summary>Whether the listing is named among the figure's own words; otherwise it is whom the text spoke of.</summary>
    public bool Named { get; init; }

    /// <summary>Whether it is a change in whole points that names no day and no close, so that it may be of any moment of its day.</summary>
    public bool Unsettled { get; init; }

    /// <summary>Whether it is a change or an extreme in a text that has told of no close so far, so that one of the same day may mean a moment.</summary>
    public bool MayBeLive { get; init; }

    /// <summary>Whether the page put the quote into the text, "(NVDA -2.85%)": of whatever moment it was stored at.</summary>
    public bool OfPage { get; init; }

    /// <summary>Whether it says "about", "nearly", "more than" or the like.</summary>
    public bool Approximate => Bound != StatedBound.Exact;

    /// <summary>Whether it is a change and not a level.</summary>
    public bool IsChange => Unit == "%" || Field == PriceField.Change;
}

/// <summary>Which figure of a session or a span of sessions a statement is about.</summary>
public enum PriceField
{
    Close,
    Open,
    High,
    Low,

    /// <summary>From the close before to the close, in per cent or dollars.</summary>
    Change,

    /// <summary>Since the year began, in per cent.</summary>
    YearToDate,
    PreMarket,
    AfterHours,

    /// <summary>A price or change at some moment of the session.</summary>
    Intraday,
}

/// <summary>How closely a text binds itself to a figure.</summary>
public enum StatedBound
{
    Exact,

    /// <summary>"About", "roughly", 约, "rund".</summary>
    About,

    /// <summary>"Nearly", "almost", 近, "fast": up to the figure, hardly beyond it.</summary>
    Nearly,

    /// <summary>"More than", "over", 超, 逾: the figure or somewhat beyond it.</summary>
    MoreThan,

    /// <summary>"Less than", "under", 不到: short of the figure.</summary>
    LessThan,
}
