namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What a word says about a price; a word may say several things (收跌: the close, and lower).</summary>
[Flags]
internal enum Sense : long
{
    None = 0,
    Up = 1L << 0,
    Down = 1L << 1,
    Close = 1L << 2,
    Open = 1L << 3,
    High = 1L << 4,
    Low = 1L << 5,

    /// <summary>Two prices that something moved between.</summary>
    Range = 1L << 6,
    PreMarket = 1L << 7,
    AfterHours = 1L << 8,

    /// <summary>A part or an extreme of the session, not its end.</summary>
    Intraday = 1L << 9,

    /// <summary>A quote of the time of writing.</summary>
    Moment = 1L << 10,
    Ytd = 1L << 11,

    /// <summary>Any other span of time than the day and the year so far.</summary>
    Period = 1L << 12,

    /// <summary>A record or a 52-week mark: of a longer time than a session.</summary>
    LongSpan = 1L << 13,

    /// <summary>A distance from some earlier extreme.</summary>
    FromPeak = 1L << 14,
    About = 1L << 15,
    Nearly = 1L << 16,
    MoreThan = 1L << 17,
    LessThan = 1L << 18,
    Dollar = 1L << 19,

    /// <summary>A currency that the listing isn't quoted in.</summary>
    Foreign = 1L << 20,
    Percent = 1L << 21,
    Points = 1L << 22,
    Magnitude = 1L << 23,
    PerShare = 1L << 24,

    /// <summary>What might be, is expected or is priced in.</summary>
    Hypothetical = 1L << 25,
    Target = 1L << 26,

    /// <summary>Something other than a price that has figures of its own: revenue, market value, a tariff.</summary>
    Measure = 1L << 27,

    /// <summary>The stock as such ("shares", 股价).</summary>
    Share = 1L << 28,

    /// <summary>A company named earlier ("the chipmaker", 该股).</summary>
    Pronoun = 1L << 29,
    To = 1L << 30,
    From = 1L << 31,
    Since = 1L << 32,
    Superlative = 1L << 33,

    /// <summary>A mark that was crossed, not a price that was quoted.</summary>
    Threshold = 1L << 34,
    Separator = 1L << 35,
    And = 1L << 36,
    In = 1L << 37,
    Respectively = 1L << 38,
    Today = 1L << 39,
    SameDay = 1L << 40,
    Yesterday = 1L << 41,
    NextDay = 1L << 42,
    Last = 1L << 43,
    Beijing = 1L << 44,
    NewYork = 1L << 45,
    YearMark = 1L << 46,
    MonthMark = 1L << 47,
    DayMark = 1L << 48,

    /// <summary>What a change is counted from ("from the previous day", 较前一日): no day of its own.</summary>
    Base = 1L << 49,
    Previous = 1L << 50,

    /// <summary>Not to be read as its parts ("up from", 了).</summary>
    Filler = 1L << 51,

    /// <summary>A ceiling rather than a figure ("up to").</summary>
    Limit = 1L << 52,
    Month = 1L << 53,
    Weekday = 1L << 54,

    /// <summary>Somebody made something known: what is dated so may have moved prices a session later.</summary>
    Announced = 1L << 55,

    /// <summary>The furthest point that was reached ("as much as").</summary>
    Extreme = 1L << 56,

    /// <summary>A date written with points (18.03.2025), its digits in the token's number.</summary>
    DottedDate = 1L << 57,

    /// <summary>元 alone: the listing's own currency where the words can only mean its price (Hong Kong's press writes so).</summary>
    Yuan = 1L << 58,
}
