namespace MarketPulse.Prices;

/// <summary>Which of a symbol's bars are taken, each with its source, and which are refused, as one source after the other is heard. Pure.</summary>
internal sealed class JudgedBars
{
    /// <summary>Relative difference up to which two sources mean the same close.</summary>
    private const double SameClose = 0.002;

    private readonly string _symbol;
    private readonly BarSieve _sieve;
    private readonly Dictionary<DateOnly, StoredBar> _stored;
    private readonly SortedDictionary<DateOnly, (QuotedBar Bar, string Source)> _taken = [];
    private readonly Dictionary<DateOnly, RefusedBar> _refused;

    /// <param name="stored">What is believed already.</param>
    /// <param name="first">The answer of the source of first choice.</param>
    public JudgedBars(
        string symbol,
        IReadOnlyCollection<StoredBar> stored,
        BarSieve sieve,
        PriceReply first
    )
    {
        (_symbol, _sieve, _stored) = (symbol, sieve, stored.ToDictionary(s => s.Session));
        var (good, refused) = sieve.Sift(first, Believed());
        foreach (var bar in good)
        {
            _taken[bar.Session] = (bar, first.Source);
        }

        _refused = refused.ToDictionary(r => r.Bar.Session);
    }

    /// <summary>In session order.</summary>
    public IReadOnlyCollection<(QuotedBar Bar, string Source)> Taken => _taken.Values;

    public IReadOnlyCollection<RefusedBar> Refused => _refused.Values;

    public bool IsTaken(DateOnly session) => _taken.ContainsKey(session);

    /// <summary>The sessions between two, both inclusive, without a bar; none before the first bar there is.</summary>
    public IReadOnlySet<DateOnly> Open(DateOnly from, DateOnly until)
    {
        var first = _stored.Keys.Concat(_taken.Keys).DefaultIfEmpty(until).Min();
        return TradingCalendar
            .Sessions(first > from ? first : from, until)
            .Where(s => !_stored.ContainsKey(s) && !_taken.ContainsKey(s))
            .ToHashSet();
    }

    /// <summary>Hears another source: what it confirms is taken as the first one said it, what else it has of the open sessions as it says.</summary>
    public void Hear(PriceReply second, IReadOnlySet<DateOnly> open)
    {
        foreach (var bar in second.Bars)
        {
            if (_refused.TryGetValue(bar.Session, out var doubt) && Confirms(bar, doubt))
            {
                Take(doubt.Bar, doubt.Source);
            }
        }

        foreach (var bar in _sieve.Sift(second, Believed()).Good)
        {
            if (open.Contains(bar.Session) && !IsTaken(bar.Session))
            {
                Take(bar, second.Source);
            }
        }
    }

    private static bool Confirms(QuotedBar bar, RefusedBar doubt) =>
        doubt.IsDoubtful
        && Math.Abs(bar.Close - doubt.Bar.Close) <= SameClose * doubt.Bar.Close
        && bar.Volume > 0 == doubt.Bar.Volume > 0;

    private void Take(QuotedBar bar, string source)
    {
        _taken[bar.Session] = (bar, source);
        _refused.Remove(bar.Session);
    }

    private PriceSeries Believed() =>
        new(
            _symbol,
            _stored
                .Values.Select(s => s.Bar)
                .Where(b => !_taken.ContainsKey(b.Session))
                .Concat(_taken.Values.Select(t => t.Bar.ToDailyPrice()))
                .OrderBy(b => b.Session)
        );
}
