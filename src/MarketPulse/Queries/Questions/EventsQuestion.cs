using MarketPulse.Alerts.Signals;
using MarketPulse.Prices;
using MarketPulse.Queries.Events;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>What the watchlist's events file announces, oldest first (IO).</summary>
public sealed class EventsQuestion(Watchlist watchlist, TimeProvider clock)
    : Question<EventAnswer>(Asked, watchlist)
{
    /// <summary>How far back and ahead it looks where no dates are given, in days.</summary>
    public const int DaysBack = 31;

    /// <inheritdoc cref="DaysBack"/>
    public const int DaysAhead = 400;

    /// <summary>The most events of an answer.</summary>
    public const int Most = 1000;

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "events",
        $"What the watchlist's events file announces; the last {DaysBack} days and the next {DaysAhead} unless said otherwise, at most {Most}.",
        [QueryParameters.Symbol, QueryParameters.From, QueryParameters.To],
        IsPaged: false
    );

    public override IReadOnlyList<AnswerFormat> Formats =>
        [AnswerFormat.Json, AnswerFormat.Csv, AnswerFormat.Ics];

    protected override AnswerText Write(Page<EventAnswer> page, AnswerFormat format) =>
        format == AnswerFormat.Ics
            ? new(EventCalendar.Write(page.Rows, Written()), EventCalendar.MediaType, Next: null)
            : base.Write(page, format);

    protected override Task<Page<EventAnswer>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Has(QueryParameters.Symbol) ? values.Symbol().Symbol : null;
        var today = TradingCalendar.DateOf(clock.GetUtcNow());
        var (from, to) = values.Dates();
        var first = from ?? today.AddDays(-DaysBack);
        var last = to ?? today.AddDays(DaysAhead);
        IReadOnlyList<EventAnswer> events =
            Watchlist.Events is { } file && first <= last
                ?
                [
                    .. EventsFile
                        .Read(file, first, last)
                        .Where(e => symbol is null || e.Symbol is null || e.Symbol == symbol)
                        .Take(Most)
                        .Select(EventAnswer.Of)
                        .DistinctBy(e => e.Uid),
                ]
                : [];
        return Task.FromResult(new Page<EventAnswer>(events, null));
    }

    private DateTimeOffset Written() =>
        Watchlist.Events is { } file && File.Exists(file)
            ? new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero)
            : DateTimeOffset.UnixEpoch;
}
