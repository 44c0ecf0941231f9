using System.Collections.Immutable;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Alerts;

/// <summary>Alert contents to write mails from: the measured figures are the real days', the bars between them are made up.</summary>
internal static class AlertContents
{
    public const string From = "MarketPulse <alerts@example.org>";
    public const string To = "reader@example.org";

    private const string PartOf =
        "NVDA is itself part of SPY: some of its own move is in the benchmark's.";

    /// <summary>2025-03-18: a keynote in the session, and a move that the market explains.</summary>
    public static AlertContent Keynote()
    {
        var day = new DateOnly(2025, 3, 18);
        var announcement = Announcement(
            "2025-03-18-4c1f0a92",
            AnnouncementKind.Keynote,
            "NVIDIA opens GTC 2025 with the keynote of its chief executive",
            new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero)
        );
        var primary = Result(announcement, day) with
        {
            EstimationFrom = new DateOnly(2024, 3, 4),
            EstimationTo = new DateOnly(2025, 3, 3),
            Close = 115.43,
            Return = (115.43 / 119.53) - 1,
            BenchmarkReturn = -0.0108,
            ExpectedReturn = -0.03067,
            AbnormalReturn = -0.00363,
            CumulativeAbnormalReturn = -0.00363,
            StandardError = 0.02676,
            T = -0.135,
            P = 0.892,
            Alpha = 0.000216,
            Beta = 2.858,
            Sigma = 0.0266,
        };
        var excluding = primary with
        {
            Exclusions = "announcements",
            EstimationSessions = 231,
            AbnormalReturn = -0.00412,
            CumulativeAbnormalReturn = -0.00412,
            T = -0.171,
            P = 0.864,
            ExcludedSessions = [.. Weekdays(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 27))],
        };
        var semiconductors = primary with
        {
            Benchmark = "SMH",
            BenchmarkReturn = -0.0155,
            AbnormalReturn = -0.0154,
            CumulativeAbnormalReturn = -0.0154,
            T = -0.85,
            P = 0.396,
            Beta = 1.32,
        };
        return Content(
            [announcement with { Claims = [Spark] }],
            [primary, excluding, semiconductors],
            day,
            (119.53, 115.43)
        ) with
        {
            Statements = Statements,
        };
    }

    /// <summary>2025-01-27: far beyond the market, and nothing else known.</summary>
    public static AlertContent Significant()
    {
        var day = new DateOnly(2025, 1, 27);
        var announcement = Announcement(
            "2025-01-27-99aa0b12",
            AnnouncementKind.Other,
            "Shares of chip makers fall worldwide",
            null
        ) with
        {
            PublishedOn = day,
        };
        var primary = Result(announcement, day) with
        {
            Close = 118.42,
            Return = (118.42 / 142.62) - 1,
            BenchmarkReturn = -0.0141,
            ExpectedReturn = -0.0360,
            AbnormalReturn = -0.1337,
            CumulativeAbnormalReturn = -0.1337,
            StandardError = 0.02597,
            T = -5.148,
            P = 5.4e-7,
            Alpha = 0.00185,
            Beta = 2.672,
            Sigma = 0.0257,
            Verdict = Verdict.Significant,
            VerdictReason = "p < 0.05, two-sided",
        };
        return Content([announcement], [primary], day, (142.62, 118.42));
    }

    /// <summary>2024-05-23: results after the close of the day before, with a split announced beside them.</summary>
    public static AlertContent Confounded()
    {
        var day = new DateOnly(2024, 5, 23);
        var at = new DateTimeOffset(2024, 5, 22, 20, 20, 0, TimeSpan.Zero);
        var results = Announcement(
            "2024-05-22-0badcafe",
            AnnouncementKind.Results,
            "NVIDIA reports its first quarter of fiscal 2025",
            at
        );
        var split = Announcement(
            "2024-05-22-5a1e5a1e",
            AnnouncementKind.Capital,
            "NVIDIA splits its shares ten for one",
            at
        );
        var primary = Result(results, day) with
        {
            EventDayReason = "after the close of 2024-05-22",
            Close = 1037.99,
            Return = (1037.99 / 949.50) - 1,
            BenchmarkReturn = -0.0073,
            ExpectedReturn = -0.0151,
            AbnormalReturn = 0.1083,
            CumulativeAbnormalReturn = 0.1083,
            StandardError = 0.02597,
            T = 4.171,
            P = 4.2e-5,
            Alpha = 0.00265,
            Beta = 2.432,
            Sigma = 0.0259,
            Verdict = Verdict.Confounded,
            VerdictReason = "p < 0.05, and another announcement has the same event day",
            Confounders = [new Confounder(split.Id, split.Kind, split.Title, day)],
        };
        return Content([results, split], [primary], day, (949.50, 1037.99), yearBase: 495.22);
    }

    /// <summary>A day whose estimation window is too short for any model.</summary>
    public static AlertContent NotEnoughData()
    {
        var keynote = Keynote();
        var primary = keynote.Primary with
        {
            EstimationSessions = 96,
            EstimationFrom = null,
            EstimationTo = null,
            ExpectedReturn = null,
            AbnormalReturn = null,
            CumulativeAbnormalReturn = null,
            StandardError = null,
            T = null,
            DegreesOfFreedom = null,
            P = null,
            Alpha = null,
            Beta = null,
            Sigma = null,
            Verdict = Verdict.NotEnoughData,
            VerdictReason = "96 sessions in the estimation window, 120 are wanted",
        };
        return keynote with { Primary = primary, Results = [primary] };
    }

    /// <summary>Nothing but an announcement: no bar, no figure.</summary>
    public static AlertContent Nothing()
    {
        var bare = NotEnoughData();
        var primary = bare.Primary with { Close = null, Return = null, BenchmarkReturn = null };
        return bare with
        {
            Primary = primary,
            Results = [primary],
            Stock = new PriceSeries("NVDA", []),
            Benchmark = new PriceSeries("SPY", []),
        };
    }

    public static TheoryData<string> Names =>
        [
            nameof(Keynote),
            nameof(Significant),
            nameof(Confounded),
            nameof(NotEnoughData),
            nameof(Nothing),
        ];

    public static AlertContent Named(string name) =>
        name switch
        {
            nameof(Keynote) => Keynote(),
            nameof(Significant) => Significant(),
            nameof(Confounded) => Confounded(),
            nameof(NotEnoughData) => NotEnoughData(),
            _ => Nothing(),
        };

    public static Announcement Announcement(
        string id,
        AnnouncementKind kind,
        string title,
        DateTimeOffset? at
    ) =>
        new(
            id,
            "NVDA",
            kind,
            "a word in its title",
            title,
            "A summary in the feed's own words.",
            at,
            null,
            (at ?? new DateTimeOffset(2025, 1, 27, 12, 0, 0, TimeSpan.Zero)).AddMinutes(7),
            [
                new("newsroom", $"https://news.example.com/{id}", id, title, at),
                new("wire", $"http://wire.example.com/story?id={id}&from=feed", id, title, at),
            ]
        );

    /// <summary>What a text of 18 March 2025 may say: one figure right, one on another base, one wrong.</summary>
    public static ImmutableArray<StoryStatement> Statements =>
        [
            Statement(
                PriceField.Change,
                -3.43,
                StatementVerdict.Confirmed,
                -3.43,
                reason: "From the close of 2025-03-17 to the close of 2025-03-18: −3.43 %.",
                quote: "Nvidia shares fell 3.43%"
            ),
            Statement(
                PriceField.YearToDate,
                -16.54,
                StatementVerdict.ConfirmedOnAnotherBase,
                -16.54,
                "from the close of 2025-01-02, not from 2024-12-31: −14.04 %",
                "From the close of 2025-01-02 to the close of 2025-03-18: −16.54 %; from the last close of the year before: −14.04 %.",
                "down 16.54% this year"
            ),
            Statement(
                PriceField.Close,
                120,
                StatementVerdict.Contradicted,
                115.43,
                reason: "The close of 2025-03-18 was 115.43, 4.57 less.",
                quote: "to close at $120.00"
            ),
        ];

    /// <summary>A promise of March 2025.</summary>
    public static StoryClaim Spark { get; } =
        new(
            "DGX Spark",
            StoryClaimSort.Promise,
            new("2025-05", new(2025, 5, 1), new(2025, 5, 31)),
            new(2025, 3, 18),
            "DGX Spark, the world’s smallest AI supercomputer, will be available in May."
        );

    /// <summary>A price that an announcement states about NVDA, held against stored prices.</summary>
    public static StoryStatement Statement(
        PriceField field,
        double value,
        StatementVerdict verdict,
        double actual,
        string? from = null,
        string reason = "The close of 2025-03-18 was 115.43.",
        string quote = "It said so."
    ) =>
        new(
            new(
                new(
                    "NVDA",
                    field,
                    value,
                    field is PriceField.Change or PriceField.YearToDate ? "%" : "USD",
                    2,
                    StatedBound.Exact,
                    OfMoment: false,
                    new(DateReferenceSort.SameDay, Words: "today"),
                    Earlier: null,
                    Sentence: 0,
                    new TextSpan(0, 3)
                ),
                new(2025, 3, 18),
                verdict,
                actual,
                from,
                reason
            ),
            quote
        );

    /// <summary>Bars on every weekday from 60 weekdays before the year's end to the event day, through the closes given.</summary>
    public static PriceSeries Series(
        string symbol,
        DateOnly day,
        double before,
        double close,
        double yearBase
    )
    {
        var end = new DateOnly(day.Year - 1, 12, 31);
        var sessions = Weekdays(end.AddDays(-84), day).ToList();
        var lastYear = sessions.FindLastIndex(s => s <= end);
        var bars = sessions.Select(
            (session, i) =>
            {
                var wave = 1 + (0.02 * Math.Sin(i * 0.9));
                var value =
                    i == lastYear ? yearBase
                    : i == sessions.Count - 1 ? close
                    : i == sessions.Count - 2 ? before
                    : wave * (yearBase + ((before - yearBase) * i / sessions.Count));
                return new DailyPrice(
                    session,
                    value,
                    value * 1.01,
                    value * 0.99,
                    value,
                    200_000_000 + (i % 7 * 20_000_000)
                );
            }
        );
        return new PriceSeries(symbol, bars);
    }

    private static IEnumerable<DateOnly> Weekdays(DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return date;
            }
        }
    }

    private static AlertContent Content(
        ImmutableArray<Announcement> announcements,
        ImmutableArray<CorrelationResult> results,
        DateOnly day,
        (double Before, double Close) stock,
        double yearBase = 134.29
    ) =>
        new(
            announcements,
            results,
            results[0],
            Series("NVDA", day, stock.Before, stock.Close, yearBase),
            Series("SPY", day, 567.15, 561.02, 586.08),
            "a move of at least 3 % on an announcement's day",
            new DateTimeOffset(day, new TimeOnly(20, 45), TimeSpan.Zero),
            $"{announcements[0].Id}.alert@example.org"
        );

    private static CorrelationResult Result(Announcement announcement, DateOnly day) =>
        new(
            announcement.Symbol,
            announcement.Id,
            announcement.Kind,
            announcement.Title,
            announcement.PublishedAt,
            day,
            "in session",
            "SPY",
            "market model",
            0,
            0,
            day.AddDays(-379),
            day.AddDays(-15),
            250,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            248,
            null,
            null,
            null,
            null,
            Verdict.NotDistinguishableFromNoise,
            "p ≥ 0.05, two-sided",
            [],
            "none",
            [],
            [PartOf],
            new DateTimeOffset(day, new TimeOnly(20, 30), TimeSpan.Zero)
        );
}
