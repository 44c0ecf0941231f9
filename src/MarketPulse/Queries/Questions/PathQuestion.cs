using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Studies;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>The cumulative abnormal return around one announcement, session by session (IO).</summary>
public sealed class PathQuestion(
    Watchlist watchlist,
    AnnouncementTable announcements,
    EventReturns returns
) : Question<PathDay>(Asked, watchlist)
{
    /// <summary>The sessions shown: ten before the event day, ten after it.</summary>
    public static readonly EventWindow Shown = new(-10, 10);

    /// <summary>The announcement's id.</summary>
    public static readonly QueryParameter Event = new(
        "event",
        "The announcement's id",
        new() { ["type"] = "string" }
    )
    {
        IsRequired = true,
    };

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "path",
        "The cumulative abnormal return around one announcement, ten sessions before to ten after, with the band in which noise stays 19 times of 20.",
        [QueryParameters.Symbol, Event, QueryParameters.Benchmark, QueryParameters.AsOf],
        IsPaged: false
    );

    protected override async Task<Page<PathDay>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Symbol();
        var benchmark = values.Benchmark(symbol) ?? symbol.Benchmarks[0].Symbol;
        var id =
            values.Text(Event)
            ?? throw new QueryTextException(
                Event.Name,
                "it is needed",
                ["an announcement's id, as the announcements give it"]
            );
        var story =
            (await announcements.FindAsync(symbol.Symbol, id, cancellation))?.AsOf(values.AsOf())
            ?? throw new QueryTextException(
                Event.Name,
                $"'{QueryValues.Shown(id)}' is not stored",
                ["an announcement's id, as the announcements give it"]
            );
        var day = EventDay.Of(story).Session;
        var table = await returns.ReadAsync(
            symbol.Symbol,
            benchmark,
            day,
            day,
            values.AsOf(),
            cancellation
        );
        return table is null ? new([], null) : new(Path(table, story.Id, day, benchmark), null);
    }

    private static List<PathDay> Path(ReturnTable table, string id, DateOnly day, string benchmark)
    {
        var symbol = table.Names[0];
        var result = EventStudy.Run(
            table,
            [new StudyEvent(id, symbol, day)],
            new EventStudyOptions
            {
                Market = benchmark,
                Estimation = new(StudyRules.Estimation.From, StudyRules.Estimation.To),
                Window = Shown,
                Windows =
                [
                    .. Enumerable
                        .Range(Shown.From, Shown.Length)
                        .Select(last => new EventWindow(Shown.From, last)),
                ],
                MinimumSessions = StudyRules.MinimumSessions,
            }
        );
        var row = result.Events[0].Row;
        var path = new List<PathDay>();
        for (var i = 0; i < Shown.Length; i++)
        {
            var at = row + Shown.From + i;
            if (row < 0 || at < 0 || at >= table.Sessions.Length)
            {
                continue;
            }

            var car = result.Figures.Window(0, i);
            var half = ConfidenceInterval.Of(car, StudyRules.Level).Upper - car.Value;
            path.Add(
                new(
                    Shown.From + i,
                    table.Sessions[at],
                    Figure(result.Figures.Day(0, i).Value),
                    Figure(car.Value),
                    Figure(-half),
                    Figure(half)
                )
            );
        }

        return path;
    }

    private static double? Figure(double value) => double.IsFinite(value) ? value : null;
}
