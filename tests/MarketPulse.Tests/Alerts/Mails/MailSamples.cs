using MarketPulse.Alerts;
using MarketPulse.Alerts.Mails;
using MarketPulse.Alerts.Notices;
using MarketPulse.Alerts.Signals;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Mails;

/// <summary>A mail of each sort, to read, to check and to look at.</summary>
internal static class MailSamples
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in (string[])["en", "zh"])
            {
                foreach (
                    var sort in (string[])
                        [
                            "keynote",
                            "significant",
                            "confounded",
                            "not-enough-data",
                            "digest",
                            "trouble",
                            "all-clear",
                            "follow-up",
                            "drawdown",
                            "announcement",
                            "event",
                        ]
                )
                {
                    all.Add(sort, language);
                }
            }

            return all;
        }
    }

    public static async Task<MimeMessage> ComposeAsync(
        string sort,
        Wording words,
        CancellationToken ct
    )
    {
        var envelope = new MailEnvelope(
            $"{sort}@marketpulse.invalid",
            Results.Evening,
            AlertContents.From,
            AlertContents.To
        )
        {
            Dashboard = "https://pulse.example.org/",
            InReplyTo = sort == "follow-up" ? "first@marketpulse.invalid" : null,
        };
        return sort switch
        {
            "keynote" => await AlertAsync(AlertContents.Keynote()),
            "significant" => await AlertAsync(AlertContents.Significant()),
            "confounded" => await AlertAsync(AlertContents.Confounded()),
            "not-enough-data" => await AlertAsync(AlertContents.NotEnoughData()),
            "digest" => await DigestEmail.ComposeAsync(
                [
                    DigestRow.Of(AlertContents.Keynote() with { Words = words }),
                    DigestRow.Of(AlertContents.Significant() with { Words = words }),
                    DigestRow.Of(AlertContents.Confounded() with { Words = words }),
                    DigestRow.Of(
                        Drawdown(),
                        "Rule 'a bad year': drawdown −21.00 % reaches −20.00 %."
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
                "prices was told as trouble, and the watchdog finds it no more."
            ),
            "follow-up" => await NoticeAsync(
                FollowUp(),
                "Rule 'what became of it': 5 sessions have passed."
            ),
            "drawdown" => await NoticeAsync(
                Drawdown(),
                "Rule 'a bad year': drawdown −21.00 % reaches −20.00 %."
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
                    Dashboard = "https://pulse.example.org/",
                    PriceSource = "yahoo",
                    History = History(content.Primary),
                },
                AlertContents.From,
                AlertContents.To,
                ct
            );

        Task<MimeMessage> NoticeAsync(Notice notice, string why) =>
            NoticeEmail.ComposeAsync(notice, why, envelope, words, ct);

        Notice Drawdown()
        {
            var sessions = TradingCalendar.Sessions(new(2024, 12, 31), new(2025, 2, 28));
            double[] closes = [134.29, 149.43, 140.11, 118.05];
            var bars = sessions
                .Zip(closes)
                .Select(p => new DailyPrice(p.First, p.Second, p.Second, p.Second, p.Second, 1));
            return LevelSignals
                .Of(new("d", Drawdown: new(Below: -0.2)), new PriceSeries("NVDA", bars), words)
                .First()
                .Notice!;
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
