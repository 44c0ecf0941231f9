using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Notices;
using MarketPulse.Alerts.Signals;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts.Signals;

public class SignalTests
{
    private static readonly Wording Words = Wording.English;

    [Fact]
    public void Announcement_OfARulesKind_IsToldBeforeItIsMeasured()
    {
        var keynote = AlertContents.Keynote().Announcements[0];
        var rule = new WatchRule("new", Announcement: ["keynote", "results"]);
        var signal = Assert.Single(AnnouncementSignals.Of(rule, [keynote], Words));
        Assert.Equal((keynote.Id, Results.Day), (signal.Subject, signal.Day));
        Assert.Equal("NVDA: the keynote, not yet measured", signal.Notice!.Subject);
        Assert.Empty(
            AnnouncementSignals.Of(rule, [keynote with { Kind = AnnouncementKind.Product }], Words)
        );
    }

    [Theory]
    [InlineData(1.5, true)]
    [InlineData(2.5, false)]
    public void Volume_AgainstOrdinarySessions_IsToldFromItsBoundOn(double bound, bool told)
    {
        // Every session 100 shares, the last 200: exactly twice.
        var sessions = TradingCalendar
            .Sessions(new(2024, 1, 2), Results.Day)
            .Select(s => new DailyPrice(s, 10, 10, 10, 10, s == Results.Day ? 200 : 100));
        var signal = Assert.Single(
            VolumeSignals.Of(
                new("volume", Volume: bound),
                [Results.Of()],
                new PriceSeries("NVDA", sessions),
                Words
            )
        );
        Assert.Equal(told, signal.Notice is not null);
        Assert.Equal(
            told
                ? "volume 2.00 times the expected reaches 1.50"
                : "volume 2.00 times the expected is under 2.50",
            signal.Reason
        );
    }

    [Fact]
    public void Drawdown_DancingOnItsBound_IsOneEpisodeWithItsEnd()
    {
        // The high is 100; −20 % is the bound, and it counts until −18 %.
        var signals = Levels(
            new("d", Drawdown: new(Below: -0.2)),
            [90, 100, 81, 80, 79, 81, 80, 83, 79]
        );
        Assert.Equal(
            ["reached −20.00 %", "over −17.00 %", "reached −21.00 %"],
            signals.Select(s => $"{s.Subject.Split('_')[^1]} {s.Title.Split(' ', 2)[1]}")
        );
        Assert.Equal(3, signals.Select(s => s.GroupKey).Distinct().Count());
    }

    [Fact]
    public void YearToDate_BothSides_AreToldAndRepeated()
    {
        var signals = Levels(
            new("y", YearToDate: new(Above: 0.5, Below: -0.1), Repeat: 2),
            [100, 151, 152, 153, 120, 90, 95]
        );
        Assert.Equal(
            ["reached", "still-1", "over", "reached", "over"],
            signals.Select(s => s.Subject.Split('_')[^1])
        );
    }

    [Fact]
    public void FollowUp_OfAMailedDay_IsDueWhenItsSessionsAreOver()
    {
        var rule = new WatchRule("later", FollowUp: [1, 5]);
        var first = Decided(NotifyDecision.Notify);
        string[] moves = ["a move"];
        Assert.Empty(FollowUpSignals.Due(rule, [first], moves, Results.Day));
        Assert.Equal(
            [1],
            FollowUpSignals.Due(rule, [first], moves, new(2025, 3, 24)).Select(d => d.Sessions)
        );
        Assert.Equal(
            [1, 5],
            FollowUpSignals.Due(rule, [first], moves, new(2025, 3, 25)).Select(d => d.Sessions)
        );
        Assert.Empty(
            FollowUpSignals.Due(
                rule,
                [first with { Decision = NotifyDecision.BelowRule }],
                moves,
                new(2025, 3, 25)
            )
        );
    }

    [Fact]
    public void FollowUp_Told_AnswersTheFirstMail()
    {
        var first = Decided(NotifyDecision.Notify);
        var (stock, market) = (Series("NVDA", 3), Series("SPY", 1));
        var signal = Assert.Single(
            FollowUpSignals.Of([(first, 5)], stock, new(stock, market), "SPY", Words)
        );
        Assert.Equal(Notification.MessageIdOf("NVDA_20250318"), signal.InReplyTo);
        Assert.Equal(new(2025, 3, 25), signal.Day);
        Assert.Equal(3, signal.Notice!.Lines.Length);
        Assert.Contains(
            "5 sessions after 2025-03-18",
            signal.Notice.Subject,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025-03-17", 1)]
    [InlineData("2025-03-18", 0)]
    [InlineData("2025-03-16", 0)]
    public void Event_OfTheNextDay_IsToldTheDayBefore(string today, int told) =>
        Assert.Equal(
            told,
            EventSignals
                .Of(
                    "NVDA",
                    [new(null, "Keynote", Results.Day, null), new("AMD", "x", Results.Day, null)],
                    Day(today),
                    Words
                )
                .Count()
        );

    [Theory]
    [InlineData("due", "2026-06-30", 0)]
    [InlineData("due", "2026-07-01", 1)]
    [InlineData("due", "2026-08-01", 0)] // Long since under way.
    [InlineData("missed", "2026-12-31", 0)]
    [InlineData("missed", "2027-01-01", 1)]
    [InlineData("missed", "2027-02-01", 0)] // Read in afterwards: nobody waited for it.
    public void Promise_ByItsPeriod_IsDueOrMissed(string when, string today, int told)
    {
        var signals = Promises(when, today, saidOn: new(2026, 3, 16)).ToList();
        Assert.Equal(told, signals.Count);
        Assert.All(
            signals,
            s => Assert.Contains("for H2 2026", s.Notice!.Subject, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Promise_MadeWithinItsPeriod_DoesNotBegin() =>
        Assert.Empty(Promises("due", "2026-07-02", saidOn: new(2026, 7, 1)));

    [Theory]
    [InlineData("2026", "2026", "2026年")]
    [InlineData("2026-H2", "H2 2026", "2026年下半年")]
    [InlineData("2025-Q3", "Q3 2025", "2025年第三季度")]
    [InlineData("2025-05", "May 2025", "2025年5月")]
    [InlineData("2025-mid", "mid-2025", "2025年年中")]
    [InlineData("FY2026-Q2", "Q2 FY2026", "2026财年第二季度")]
    [InlineData("one day", "one day", "one day")]
    public void Period_OfAPromise_IsSaidAsPeopleWriteIt(
        string period,
        string english,
        string chinese
    )
    {
        Assert.Equal(english, Words.Period(period));
        Assert.Equal(chinese, new Wording("zh", TimeZoneInfo.Utc).Period(period));
    }

    [Fact]
    public void Claim_Contradicted_IsToldWithBothFigures()
    {
        var signal = Assert.Single(ClaimSignals.Of([Stated(StatementVerdict.Contradicted)], Words));
        Assert.Equal(
            "NVDA: a text says $120.00, stored prices say $115.43",
            signal.Notice!.Subject
        );
        Assert.Equal(
            "NVDA $120.00 at the close of 2025-03-18: contradicted, stored prices say $115.43",
            signal.Notice.Lines[0].Label
        );
        Assert.Equal("1 of 1 stated price is contradicted by stored prices", signal.Reason);
    }

    [Fact]
    public void Claim_ThatHolds_IsDecidedAndNotTold() =>
        Assert.Null(
            Assert.Single(ClaimSignals.Of([Stated(StatementVerdict.Confirmed)], Words)).Notice
        );

    [Fact]
    public void Claim_BeforeItsDaysBarIsThere_IsNotDecided() =>
        Assert.Empty(
            ClaimSignals.Of(
                [
                    Stated(StatementVerdict.Contradicted) with
                    {
                        PricedTo = TradingCalendar.Before(Results.Day),
                    },
                ],
                Words
            )
        );

    private static AnnouncementStatements Stated(StatementVerdict verdict) =>
        new(
            AlertContents.Keynote().Announcements[0],
            [AlertContents.Statement(PriceField.Close, 120, verdict, 115.43)],
            Results.Day
        );

    private static IEnumerable<Signal> Promises(string when, string today, DateOnly saidOn)
    {
        var story = AlertContents.Keynote().Announcements[0] with
        {
            Claims =
            [
                new(
                    "Vera Rubin",
                    StoryClaimSort.Promise,
                    new("2026-H2", new(2026, 7, 1), new(2026, 12, 31)),
                    saidOn,
                    "Vera Rubin comes in the second half of 2026."
                ),
            ],
        };
        return PromiseSignals.Of(when, Ledger.Of([story], Day(today)), [story], Day(today), Words);
    }

    [Fact]
    public void Decide_Cooldown_HoldsTheNextOneBackAndSaysWhy()
    {
        var rule = new WatchRule("new", Announcement: ["keynote"], Cooldown: 3);
        var first = SignalDecider.Decide(rule, [New("a", Results.Day)], [], Results.Evening);
        Assert.Equal("new", Assert.Single(first.Notifications).Rule);
        var next = SignalDecider.Decide(
            rule,
            [New("b", Results.Day.AddDays(2)), New("c", Results.Day.AddDays(3))],
            first.Alerts,
            Results.Evening.AddDays(3)
        );
        Assert.Equal(
            [NotifyDecision.CoolingDown, NotifyDecision.Notify],
            next.Alerts.Select(a => a.Decision)
        );
        Assert.Contains(
            "less than 3 sessions before",
            next.Alerts[0].Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Decide_TwiceOrLate_TellsNothingAgain()
    {
        var rule = new WatchRule("new", Announcement: ["keynote"]);
        var signal = New("a", Results.Day);
        var first = SignalDecider.Decide(rule, [signal], [], Results.Evening);
        Assert.Empty(SignalDecider.Decide(rule, [signal], first.Alerts, Results.Evening).Alerts);
        Assert.Equal(
            NotifyDecision.TooOld,
            Assert
                .Single(SignalDecider.Decide(rule, [signal], [], Results.Evening.AddDays(9)).Alerts)
                .Decision
        );
    }

    [Fact]
    public void EventsFile_CalendarAndJson_GiveTheSameDays()
    {
        using var folder = new TemporaryFolder();
        var (ics, json) = (
            Path.Combine(folder.Path, "events.ics"),
            Path.Combine(folder.Path, "events.json")
        );
        File.WriteAllText(
            ics,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20250318\r\nSUMMARY:Keynote\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20250319T003000Z\r\nSUMMARY:Evening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        File.WriteAllText(
            json,
            """[{ "day": "2025-03-18", "title": "Keynote" }, { "at": "2025-03-19T00:30:00Z", "title": "Evening" },]"""
        );
        var expected = new[] { (Results.Day, "Evening"), (Results.Day, "Keynote") };
        foreach (var file in (string[])[ics, json])
        {
            Assert.Equal(
                expected,
                EventsFile.Read(file, Results.Day, Results.Day).Select(e => (e.Day, e.Title))
            );
        }

        File.WriteAllText(json, """[{ "title": "Keynote" }]""");
        Assert.Contains(
            "event 1 needs a title, and a day",
            Assert
                .Throws<SettingException>(() => EventsFile.Read(json, Results.Day, Results.Day))
                .Message,
            StringComparison.Ordinal
        );
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Signal New(string id, DateOnly day) =>
        new(
            "NVDA",
            id,
            AnnouncementKind.Keynote,
            "t",
            day,
            "r",
            Notice.Of("s", "h", "l"),
            $"NVDA_new_{id}"
        );

    private static Alert Decided(NotifyDecision decision) =>
        new(
            "NVDA",
            "x",
            AnnouncementKind.Keynote,
            "A keynote",
            "a move",
            Results.Day,
            -0.0343,
            -0.135,
            decision,
            "r",
            "NVDA_20250318",
            Results.Evening
        );

    private static List<Signal> Levels(WatchRule rule, double[] closes)
    {
        var sessions = TradingCalendar.Sessions(new(2024, 12, 31), new(2025, 2, 28));
        var bars = sessions
            .Zip(closes)
            .Select(p => new DailyPrice(p.First, p.Second, p.Second, p.Second, p.Second, 1));
        return [.. LevelSignals.Of(rule, new PriceSeries("NVDA", bars), Words)];
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
