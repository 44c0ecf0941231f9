using MarketPulse.Alerts;
using MarketPulse.Alerts.Delivery;

namespace MarketPulse.Tests.Alerts.Delivery;

public class DeliveryPlanTests
{
    // 22:30 in New York.
    private static readonly DateTimeOffset Night = new(2025, 3, 19, 2, 30, 0, TimeSpan.Zero);
    private static readonly DeliveryPlan Open = new(
        default,
        null,
        new(18, 0),
        MarketPulse.Prices.TradingCalendar.Zone,
        "me"
    );

    [Fact]
    public void Decide_NothingInTheWay_SendsTheUrgentFirstThenTheOldest() =>
        Assert.Equal(
            ["c", "a", "b"],
            Decide(
                    Open,
                    Message("b", minutes: 1),
                    Message("a"),
                    Message("c", minutes: 2) with
                    {
                        Urgency = Urgency.High,
                    }
                )
                .Select(d => d.Notification.Key)
        );

    [Fact]
    public void Decide_QuietHours_HoldAllButTheUrgentAndSayUntilWhen()
    {
        var plan = Open with { QuietHours = new(new(22, 0), new(7, 0)) };
        var decided = Decide(plan, Message("a"), Message("b") with { Urgency = Urgency.High });
        Assert.Equal(
            (DeliveryStep.Wait, "quiet hours until 2025-03-19 11:00 UTC"),
            Of(decided, "a")
        );
        Assert.Equal((DeliveryStep.Send, ""), Of(decided, "b"));
    }

    [Fact]
    public void Decide_LowUrgency_WaitsForTheDigestAndIsToldTogether()
    {
        var (a, b) = (
            Message("a") with
            {
                Urgency = Urgency.Low,
            },
            Message("b") with
            {
                Urgency = Urgency.Low,
            }
        );
        Assert.All(
            Decide(Open, a, b),
            d =>
                Assert.Equal(
                    (DeliveryStep.Wait, "waits for the daily digest of 2025-03-19 22:00 UTC"),
                    (d.Step, d.Reason)
                )
        );
        var due = Open.Decide([a, b], [], [], Night.AddHours(20));
        Assert.All(
            due,
            d => Assert.Equal((DeliveryStep.Digest, "digest_20250319T2230"), (d.Step, d.DigestKey))
        );
        // One alone is its own digest.
        Assert.Equal(
            DeliveryStep.Send,
            Assert.Single(Open.Decide([a], [], [], Night.AddHours(20))).Step
        );
    }

    [Fact]
    public void Decide_MoreThanTheQuota_SendsWhatFitsAndTheRestInOne()
    {
        var plan = Open with { Quota = new(5, 3) };
        var decided = Decide(plan, [.. "abcdef".Select(c => Message(c.ToString()))]);
        Assert.Equal("SSDDDD", string.Concat(decided.Select(d => d.Step.ToString()[0])));
        Assert.Equal(
            "more than 5 mails a minute and 3 an hour: told together with others",
            decided[^1].Reason
        );
        Assert.Single(decided.Select(d => d.DigestKey).OfType<string>().Distinct());
    }

    [Fact]
    public void Decide_QuotaUsedUp_WaitsAndSaysSo()
    {
        var plan = Open with { Quota = new(null, 2) };
        var decided = plan.Decide(
            [Message("a"), Message("b")],
            [Night.AddMinutes(-59), Night.AddMinutes(-2)],
            [],
            Night
        );
        Assert.All(decided, d => Assert.Equal(DeliveryStep.Wait, d.Step));
        Assert.StartsWith("the quota of 2 mails an hour is used up", decided[0].Reason);
        Assert.All(
            plan.Decide([Message("a")], [Night.AddMinutes(-60), Night.AddMinutes(-2)], [], Night),
            d => Assert.Equal(DeliveryStep.Send, d.Step)
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Decide_WhatASenderMayHaveTaken_NeverGoesIntoADigest(bool failed, bool claimed)
    {
        var taken = Message("z") with
        {
            Attempts = failed ? 1 : 0,
            ClaimedBy = claimed ? "me" : null,
        };
        var plan = Open with { Quota = new(null, 2) };
        var decided = Decide(plan, Message("a"), Message("b"), taken);
        Assert.Equal(DeliveryStep.Send, Of(decided, "z").Step);
        Assert.Equal(DeliveryStep.Digest, Of(decided, "a").Step);
    }

    [Fact]
    public void Decide_Silence_PutsAwayWithItsComment()
    {
        var silence = new Silence("1f", "NVDA", null, Night, Night.AddHours(1), "on holiday");
        var decided = Open.Decide([Message("a")], [], [silence], Night);
        Assert.Equal(
            (DeliveryStep.Silence, "silenced until 2025-03-19 03:30 UTC (1f: on holiday)"),
            Of(decided, "a")
        );
        Assert.Equal(
            DeliveryStep.Send,
            Of(Open.Decide([Message("a")], [], [silence], Night.AddHours(1)), "a").Step
        );
        Assert.Equal(
            DeliveryStep.Send,
            Of(
                Open.Decide([Message("a")], [], [silence with { Rule = "another" }], Night),
                "a"
            ).Step
        );
    }

    [Fact]
    public void Decide_TakenUpBySomebodyElse_IsLeftAloneUntilTheClaimEnds()
    {
        var claimed = Message("a") with { ClaimedBy = "other", ClaimedUntil = Night.AddMinutes(1) };
        Assert.Equal(DeliveryStep.Wait, Of(Decide(Open, claimed), "a").Step);
        Assert.Equal(
            DeliveryStep.Send,
            Of(Open.Decide([claimed], [], [], Night.AddMinutes(1)), "a").Step
        );
        Assert.Equal(
            DeliveryStep.Send,
            Of(Decide(Open, claimed with { ClaimedBy = "me" }), "a").Step
        );
    }

    [Theory]
    [InlineData("DoNotReply@1234.azurecomm.net", 5, 10)]
    [InlineData("MarketPulse <DoNotReply@1234.azurecomm.net>", 5, 10)]
    [InlineData("alerts@example.org", null, null)]
    public void Quota_LeftOpen_IsWhatTheSendersDomainAllows(string from, int? minute, int? hour) =>
        Assert.Equal(new Quota(minute, hour), Quota.Of(new AlertOptions(), from));

    [Theory]
    [InlineData("22:00-07:00", "2025-03-19T03:00:00Z", "2025-03-19T11:00:00Z")]
    [InlineData("22:00-07:00", "2025-03-19T10:59:00Z", "2025-03-19T11:00:00Z")]
    [InlineData("22:00-07:00", "2025-03-19T11:00:00Z", null)]
    // The night in which clocks go forward: 02:30 doesn't exist, so it ends at 03:00.
    [InlineData("01:00-02:30", "2025-03-09T06:30:00Z", "2025-03-09T07:00:00Z")]
    public void QuietHours_EndAfter_IsTheSpansEndInTheReadersClock(
        string hours,
        string instant,
        string? end
    ) =>
        Assert.Equal(
            end is null ? null : Parse(end),
            QuietHours.Parse(hours)!.Value.EndAfter(Parse(instant), Open.Zone)
        );

    [Theory]
    [InlineData("22-7")]
    [InlineData("22:00")]
    [InlineData("25:00-07:00")]
    [InlineData("07:00-07:00")]
    public void QuietHours_NotASpan_AreRefused(string text) => Assert.Null(QuietHours.Parse(text));

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Notification Message(string key, int minutes = 0) =>
        Notification.About(
            "NVDA",
            Results.Day,
            ["x"],
            "why",
            Night.AddHours(-1).AddMinutes(minutes)
        ) with
        {
            Key = key,
            Rule = "a move",
            NextAttemptAt = Night,
        };

    private static System.Collections.Immutable.ImmutableArray<DeliveryDecision> Decide(
        DeliveryPlan plan,
        params Notification[] pending
    ) => plan.Decide(pending, [], [], Night);

    private static (DeliveryStep Step, string Reason) Of(
        IEnumerable<DeliveryDecision> decided,
        string key
    )
    {
        var one = decided.Single(d => d.Notification.Key == key);
        return (one.Step, one.Reason);
    }
}
