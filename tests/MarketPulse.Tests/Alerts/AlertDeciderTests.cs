using System.Collections.Immutable;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts;

public class AlertDeciderTests
{
    [Fact]
    public void Decide_SeveralOfOneDay_MakeOneMessageLedByTheWeightiest()
    {
        var (alerts, messages) = Decide([
            Results.Of(id: "1-product", kind: AnnouncementKind.Product),
            Results.Of(id: "2-results", kind: AnnouncementKind.Results),
            Results.Of(id: "3-product", kind: AnnouncementKind.Product),
        ]);
        var message = Assert.Single(messages);
        Assert.Equal("NVDA_20250318", message.Key);
        Assert.Equal(
            ["2-results", "1-product", "3-product"],
            message.AnnouncementIds.AsEnumerable()
        );
        Assert.Equal("Rule 'a move': |return| 3.43 % reaches 3.00 %.", message.Why);
        Assert.Equal(
            [NotifyDecision.Notify, NotifyDecision.AlreadyNotified, NotifyDecision.AlreadyNotified],
            alerts.Select(a => a.Decision)
        );
        Assert.All(alerts, a => Assert.Equal(message.Key, a.NotificationKey));
    }

    [Fact]
    public void Decide_TwoDays_MakeTwoMessagesOldestFirst() =>
        Assert.Equal(
            ["NVDA_20250317", "NVDA_20250318"],
            Decide([Results.Of(id: "b"), Results.Of(id: "a", day: new(2025, 3, 17))])
                .Notifications.Select(n => n.Key)
        );

    [Fact]
    public void Decide_Twice_DecidesNothing()
    {
        CorrelationResult[] results = [Results.Of(id: "1"), Results.Of(0.001, 0.1, "2")];
        var decided = Decide(results).Alerts;
        Assert.Equal(2, decided.Length);
        var (alerts, messages) = Decide(results, decided);
        Assert.Empty(alerts);
        Assert.Empty(messages);
    }

    [Fact]
    public void Decide_LaterAnnouncementOfADayAlreadyTold_JoinsItsMessage()
    {
        var first = Results.Of(id: "1");
        var decided = Decide([first]).Alerts;
        var (alerts, messages) = Decide([first, Results.Of(id: "2")], decided);
        Assert.Empty(messages);
        var alert = Assert.Single(alerts);
        Assert.Equal(("2", NotifyDecision.AlreadyNotified), (alert.AnnouncementId, alert.Decision));
    }

    [Fact]
    public void Decide_SecondRuleOnTheSameDay_JoinsTheFirstOnesMessage()
    {
        var (alerts, messages) = AlertDecider.Decide(
            Results.Nvidia,
            [Results.Move, new("any move", 0.01)],
            [Results.Of()],
            [],
            Results.Evening
        );
        Assert.Single(messages);
        Assert.Equal(
            [("a move", NotifyDecision.Notify), ("any move", NotifyDecision.AlreadyNotified)],
            alerts.Select(a => (a.Rule, a.Decision))
        );
    }

    [Fact]
    public void Decide_CommentBesideAnyAnnouncement_DoesNotLead() =>
        Assert.Equal(
            ["2-other", "1-comment"],
            Assert
                .Single(
                    Decide([
                        Results.Of(id: "1-comment", kind: AnnouncementKind.Comment),
                        Results.Of(id: "2-other", kind: AnnouncementKind.Other),
                    ]).Notifications
                )
                .AnnouncementIds.AsEnumerable()
        );

    [Fact]
    public void Decide_MailedStoryWhoseDayMoves_IsNotToldAgain()
    {
        var decided = Decide([Results.Of(id: "1")]).Alerts;
        var (alerts, messages) = Decide([Results.Of(id: "1", day: new(2025, 3, 17))], decided);
        Assert.Empty(alerts);
        Assert.Empty(messages);
    }

    [Fact]
    public void Decide_SilentStoryWhoseDayMoves_IsDecidedOnItsRightDay()
    {
        var decided = Decide([Results.Of(0.001, 0.1, "1")]).Alerts;
        var moved = Decide([Results.Of(id: "1", day: new(2025, 3, 17))], decided);
        Assert.Equal("NVDA_20250317", Assert.Single(moved.Notifications).Key);
    }

    [Fact]
    public void Decide_BelowEveryRule_IsStoredWithoutAMessage()
    {
        var (alerts, messages) = Decide([Results.Of(0.001, 0.1)]);
        Assert.Empty(messages);
        var alert = Assert.Single(alerts);
        Assert.Equal(NotifyDecision.BelowRule, alert.Decision);
        Assert.Null(alert.NotificationKey);
        Assert.Equal(Results.Evening, alert.DecidedAt);
    }

    [Fact]
    public void Decide_LongAgo_IsTooOldAndMakesNoMessage()
    {
        var (alerts, messages) = Decide([Results.Of(day: new(2025, 3, 3))]);
        Assert.Empty(messages);
        Assert.Equal(NotifyDecision.TooOld, Assert.Single(alerts).Decision);
    }

    [Fact]
    public void Decide_OtherWindowsBenchmarksAndExclusions_DecideNothing() =>
        Assert.Empty(
            Decide([
                Results.Of() with
                {
                    WindowTo = 1,
                },
                Results.Of() with
                {
                    WindowFrom = -1,
                },
                Results.Of() with
                {
                    Benchmark = "SMH",
                },
                Results.Of() with
                {
                    Exclusions = "announcements",
                },
                Results.Of() with
                {
                    Verdict = Verdict.NotEnoughData,
                },
            ]).Alerts
        );

    [Fact]
    public void Notification_SameDay_HasTheSameIdsWhenever()
    {
        var first = Notification.About("NVDA", Results.Day, ["a"], "why", Results.Evening);
        var later = Notification.About(
            "NVDA",
            Results.Day,
            ["b"],
            "other",
            Results.Evening.AddDays(1)
        );
        Assert.Equal((first.Key, first.MessageId), (later.Key, later.MessageId));
        Assert.NotEqual(
            first.MessageId,
            Notification.About("AMD", Results.Day, ["a"], "why", Results.Evening).MessageId
        );
        Assert.Matches("^[0-9a-f]{24}@marketpulse.invalid$", first.MessageId);
    }

    [Fact]
    public void Notification_UnderAnotherCulture_HasTheSameKey()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture =
                System.Globalization.CultureInfo.GetCultureInfo("th-TH");
            Assert.Equal(
                ("NVDA_20250318", "trouble_feed-x_20250318"),
                (
                    Notification.About("NVDA", Results.Day, [], "", Results.Evening).Key,
                    Notification.OfTrouble("feed-x", Results.Day, "t", Results.Evening).Key
                )
            );
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Notification_FailingAgainAndAgain_WaitsLongerUpToFourHoursAndDiesAfterTen()
    {
        var (notification, waits) = (
            Notification.About("NVDA", Results.Day, [], "", Results.Evening),
            new List<double>()
        );
        while (!notification.IsDead)
        {
            notification = notification.Failed("no", Results.Evening);
            waits.Add((notification.NextAttemptAt - Results.Evening).TotalMinutes);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 240, 240, 240, 240], waits);
        Assert.False((notification with { SentAt = Results.Evening }).IsDead);
    }

    private static (
        ImmutableArray<Alert> Alerts,
        ImmutableArray<Notification> Notifications
    ) Decide(IEnumerable<CorrelationResult> results, IReadOnlyCollection<Alert>? decided = null) =>
        AlertDecider.Decide(
            Results.Nvidia,
            ImmutableArray.Create<WatchRule>(Results.Move),
            results,
            decided ?? [],
            Results.Evening
        );
}
