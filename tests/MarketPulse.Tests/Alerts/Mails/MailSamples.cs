using MarketPulse.Alerts;
using MarketPulse.Alerts.Mails;
using MarketPulse.Alerts.Notices;
using MarketPulse.Alerts.Signals;
using MarketPulse.Announcements.Claims;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Mails;

/// <summary>A mail of each sort, to read, to check and to look at.</summary>
internal static class MailSamples
{
    public const string Dashboard = "https://pulse.example.org/";

    public static readonly string[] Sorts =
    [
        "keynote",
        "significant",
        "confounded",
        "not-enough-data",
        "announcement",
        "claim",
        "promise-due",
        "promise-missed",
        "follow-up",
        "volume",
        "drawdown",
        "year-to-date",
        "event",
        "trouble",
        "all-clear",
        "correction",
        "digest",
    ];

    private const string Moved =
        "Rule 'a move on an announcement's day': |return| 3.43 % reaches 3.00 %.";

    /// <summary>Sorts that continue an earlier mail.</summary>
    public static readonly string[] Threaded = ["follow-up", "all-clear", "correction"];

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in (string[])["en", "zh"])
            {
                foreach (var sort in Sorts)
                {
                    all.Add(sort, language);
                }
            }

            return all;
        }
    }

    /// <param name="dashboard">Empty for none.</param>
    public static async Task<MimeMessage> ComposeAsync(
        string sort,
        Wording words,
        CancellationToken ct,
        string dashboard = Dashboard
    )
    {
        // What the pipeline itself says is about no symbol, and a digest about several.
        var silence = SilenceHint.Of(
            dashboard,
            sort is "trouble" or "all-clear" or "digest" ? "" : "NVDA",
            sort switch
            {
                "digest" or "correction" => null,
                "trouble" or "all-clear" => "the pipeline",
                _ => "a rule's name",
            }
        );
        var envelope = new MailEnvelope(
            $"{sort}@marketpulse.invalid",
            Results.Evening,
            AlertContents.From,
            AlertContents.To
        )
        {
            Dashboard = dashboard,
            InReplyTo = Threaded.Contains(sort) ? "first@marketpulse.invalid" : null,
            Silence = silence,
        };
        return sort switch
        {
            "keynote" => await AlertAsync(AlertContents.Keynote()),
            "significant" => await AlertAsync(AlertContents.Significant()),
            "confounded" => await AlertAsync(AlertContents.Confounded()),
            "not-enough-data" => await AlertAsync(AlertContents.NotEnoughData()),
            "digest" => await DigestEmail.ComposeAsync(
                [
                    DigestRow.Of(AlertContents.Keynote() with { Words = words, Why = Moved }),
                    DigestRow.Of(AlertContents.Significant() with { Words = words, Why = Moved }),
                    DigestRow.Of(AlertContents.Confounded() with { Words = words, Why = Moved }),
                    DigestRow.Of(
                        Drawdown(),
                        "Rule 'a bad year': drawdown −20.02 % reaches −20.00 %.",
                        words
                    ),
                ],
                "more than 5 mails a minute and 10 an hour: told together with others",
                envelope,
                words,
                ct
            ),
            "trouble" => await NoticeAsync(
                TroubleNotices.Of(
                    "Prices are missing: NVDA, SPY since 2025-03-14 (2 sessions). The price source may be closed to us, or a symbol may be gone.",
                    words
                ),
                "The watchdog looks after the pipeline itself."
            ),
            "all-clear" => await NoticeAsync(
                TroubleNotices.AllClear(
                    "Prices are missing: NVDA, SPY since 2025-03-14 (2 sessions). The price source may be closed to us, or a symbol may be gone.",
                    new(2025, 3, 14),
                    words
                ),
                "The watchdog told of this trouble and finds it no more (prices)."
            ),
            "claim" => await NoticeAsync(
                ClaimSignals
                    .Of(
                        [
                            new(
                                AlertContents.Keynote().Announcements[0],
                                AlertContents.Statements,
                                Results.Day
                            ),
                        ],
                        words
                    )
                    .Single()
                    .Notice!,
                "Rule 'a price that isn't so': 1 of 3 stated prices is contradicted by stored prices."
            ),
            "promise-due" => await NoticeAsync(
                Promise("due"),
                "Rule 'promises': promised for 2025-05, which begins on 2025-05-01."
            ),
            "promise-missed" => await NoticeAsync(
                Promise("missed"),
                "Rule 'promises': promised for 2025-05, which ended on 2025-05-31."
            ),
            "volume" => await NoticeAsync(
                VolumeSignals
                    .Of(new("v", Volume: 1.5), [AlertContents.Significant().Primary], Busy(), words)
                    .Single()
                    .Notice!,
                "Rule 'heavy trading': volume 2.53 times the expected reaches 1.50.",
                Busy()
            ),
            "year-to-date" => await NoticeAsync(
                YearToDate(),
                "Rule 'a year to note': year to date −10.09 % reaches −10.00 %.",
                Year
            ),
            "correction" => await NoticeAsync(
                Correction(),
                "Revised prices change the verdict that a mail gave: Stands out from noise → Can't be told from noise."
            ),
            "follow-up" => await NoticeAsync(
                FollowUp(),
                "Rule 'what became of it': 5 sessions have passed since the mailed day 2025-03-18."
            ),
            "drawdown" => await NoticeAsync(
                Drawdown(),
                "Rule 'a bad year': drawdown −20.02 % reaches −20.00 %.",
                Year
            ),
            "announcement" => await NoticeAsync(
                AnnouncementSignals
                    .Of(
                        new("r", Announcement: ["keynote"]),
                        AlertContents.Keynote().Announcements,
                        words
                    )
                    .Single()
                    .Notice!,
                "Rule 'results are out': a new announcement of the kind keynote."
            ),
            "event" => await NoticeAsync(
                EventSignals
                    .Of(
                        "NVDA",
                        [
                            new(
                                null,
                                "GTC keynote",
                                Results.Day,
                                AlertContents.Keynote().Announcements[0].PublishedAt
                            ),
                        ],
                        Results.Day.AddDays(-1),
                        words
                    )
                    .Single()
                    .Notice!,
                "Rule 'tomorrow': the events file has it for 2025-03-18, which is tomorrow."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };

        Task<MimeMessage> AlertAsync(AlertContent content) =>
            new AlertEmail().ComposeAsync(
                content with
                {
                    Words = words,
                    Dashboard = dashboard,
                    Silence = silence,
                    PriceSource = "Yahoo Finance",
                    Why = Moved,
                    History = History(content.Primary),
                },
                AlertContents.From,
                AlertContents.To,
                ct
            );

        Task<MimeMessage> NoticeAsync(Notice notice, string why, PriceSeries? bars = null) =>
            NoticeEmail.ComposeAsync(
                notice,
                why,
                envelope,
                words,
                notice.Chart is { } chart && bars is not null
                    ? NoticePictures.Draw(chart, bars, words)
                    : null,
                ct
            );

        Notice Drawdown() =>
            LevelSignals.Of(new("d", Drawdown: new(Below: -0.2)), Year, words).First().Notice!;

        Notice YearToDate() =>
            LevelSignals.Of(new("y", YearToDate: new(Below: -0.1)), Year, words).First().Notice!;

        Notice Promise(string when)
        {
            var story = AlertContents.Keynote().Announcements[0] with
            {
                Claims = [AlertContents.Spark],
            };
            var today = when == "due" ? new DateOnly(2025, 5, 1) : new DateOnly(2025, 6, 1);
            return PromiseSignals
                .Of(when, Ledger.Of([story], today), [story], today, words)
                .Single()
                .Notice!;
        }

        Notice Correction()
        {
            var now = AlertContents.Keynote().Primary;
            var former = now with
            {
                Close = 105.2,
                Return = (105.2 / 119.53) - 1,
                CumulativeAbnormalReturn = -0.0892,
                T = -3.33,
                P = 0.001,
                Verdict = Verdict.Significant,
                ComputedAt = now.ComputedAt.AddDays(-1),
            };
            return CorrectionNotice.Of(
                now with
                {
                    Former = FormerResult.Of(former),
                },
                Verdict.Significant,
                [
                    (
                        "NVDA",
                        StoredBar
                            .New(
                                new(Results.Day, 118, 121, 104, 105.2, 250_000_000),
                                "yahoo",
                                now.ComputedAt.AddDays(-1)
                            )
                            .Revised(
                                new(Results.Day, 118, 121, 114, 115.43, 299_700_000),
                                "yahoo",
                                now.ComputedAt,
                                null
                            )
                    ),
                ],
                words
            );
        }

        Notice FollowUp()
        {
            var alert = new Alert(
                "NVDA",
                "x",
                MarketPulse.Announcements.AnnouncementKind.Keynote,
                AlertContents.Keynote().Announcements[0].Title,
                "r",
                Results.Day,
                null,
                null,
                NotifyDecision.Notify,
                "r",
                "NVDA_20250318",
                Results.Evening
            );
            var (stock, market) = (Series("NVDA", 3), Series("SPY", 1));
            return FollowUpSignals
                .Of([(alert, 5)], stock, new(stock, market), "SPY", words)
                .Single()
                .Notice!;
        }
    }

    private static KindHistory? History(CorrelationResult primary) =>
        KindHistory.Of(
            primary.Kind,
            new double[] { 0.021, -0.013, 0.034, 0.008, -0.027 }.Select(
                (value, i) =>
                    primary with
                    {
                        EventDay = new DateOnly(2024, 1, 8).AddDays(70 * i),
                        CumulativeAbnormalReturn = value,
                    }
            )
        );

    /// <summary>A year that begins at 134.29, tops out at 149.43 and falls to 118.</summary>
    private static readonly PriceSeries Year = new(
        "NVDA",
        TradingCalendar
            .Sessions(new(2024, 12, 2), new(2025, 3, 10))
            .Select(s =>
            {
                var at = (s.DayNumber - new DateOnly(2024, 12, 31).DayNumber) / 69.0;
                var close =
                    at <= 0 ? 134.29 + (40 * at)
                    : at < 0.1 ? 134.29 + (15.14 * at / 0.1)
                    : 149.43 - (33 * (at - 0.1));
                close += s == new DateOnly(2024, 12, 31) ? 0 : 1.2 * Math.Sin(s.DayNumber);
                return new DailyPrice(
                    s,
                    close,
                    close,
                    close,
                    close,
                    220_000_000 + (s.DayNumber % 9 * 12_000_000)
                );
            })
    );

    /// <summary>Ordinary sessions, and a last one of nearly three times as many shares.</summary>
    private static PriceSeries Busy()
    {
        var day = AlertContents.Significant().Primary.EventDay;
        return new(
            "NVDA",
            TradingCalendar
                .Sessions(new(2024, 1, 2), day)
                .Select(
                    (s, i) =>
                    {
                        var close = s == day ? 118.42 : 138 + (6 * Math.Sin(i * 0.3));
                        return new DailyPrice(
                            s,
                            close,
                            close,
                            close,
                            close,
                            s == day ? 818_830_900 : 300_000_000 + (i % 5 * 12_000_000)
                        );
                    }
                )
        );
    }

    private static PriceSeries Series(string symbol, int phase) =>
        new(
            symbol,
            TradingCalendar
                .Sessions(new(2024, 1, 2), new(2025, 3, 25))
                .Select(
                    (s, i) =>
                    {
                        var close = 100 * (1 + (0.02 * Math.Sin((i * 0.7) + (phase * i % 5))));
                        return new DailyPrice(s, close, close, close, close, 100);
                    }
                )
        );
}
