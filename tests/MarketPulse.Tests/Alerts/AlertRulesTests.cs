using MarketPulse.Alerts;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts;

public class AlertRulesTests
{
    [Theory]
    [InlineData(-0.0343, -0.135, "|return| 3.43 % reaches 3.00 %")]
    [InlineData(0.03, 0, "|return| 3.00 % reaches 3.00 %")]
    [InlineData(0.01, -2.5, "|t| 2.50 reaches 2.00")]
    [InlineData(0.01, 2, "|t| 2.00 reaches 2.00")]
    public void Decide_BoundReached_NotifiesAndSaysWhich(double move, double t, string reason) =>
        Assert.Equal(
            (NotifyDecision.Notify, reason),
            AlertRules.Decide(Results.Move, Results.Of(move, t), null, Results.Evening)
        );

    [Fact]
    public void Decide_NoBoundReached_IsBelowTheRuleWithTheFigures() =>
        Assert.Equal(
            (
                NotifyDecision.BelowRule,
                "|return| 1.00 %, |t| 0.50: under every bound of the rule (|return| ≥ 3.00 % or |t| ≥ 2.00)"
            ),
            AlertRules.Decide(Results.Move, Results.Of(-0.01, 0.5), null, Results.Evening)
        );

    [Fact]
    public void Decide_NoFigures_IsBelowTheRule() =>
        Assert.Equal(
            (
                NotifyDecision.BelowRule,
                "|return| unknown, |t| unknown: under every bound of the rule (|return| ≥ 3.00 %)"
            ),
            AlertRules.Decide(new("r", Return: 0.03), Results.Of(null, null), null, Results.Evening)
        );

    [Fact]
    public void Decide_RuleWithOneBound_LooksAtNothingElse()
    {
        var result = Results.Of(0.5, 0.1);
        Assert.Equal(
            NotifyDecision.BelowRule,
            AlertRules.Decide(new("t", T: 2), result, null, Results.Evening).Decision
        );
    }

    [Theory]
    [InlineData("2025-03-25T23:00:00-04:00", NotifyDecision.Notify)] // The fifth session after, all day long.
    [InlineData("2025-03-26T00:00:00-04:00", NotifyDecision.TooOld)]
    public void Decide_DaysLater_IsNewsForFiveSessions(string now, NotifyDecision expected)
    {
        var (decision, reason) = AlertRules.Decide(
            Results.Move,
            Results.Of(),
            null,
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(expected, decision);
        Assert.StartsWith("|return| 3.43 % reaches 3.00 %", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_DayAlreadyTold_SaysWhere() =>
        Assert.Equal(
            (
                NotifyDecision.AlreadyNotified,
                "|return| 3.43 % reaches 3.00 %, and the day is already told in NVDA_20250318"
            ),
            AlertRules.Decide(Results.Move, Results.Of(), "NVDA_20250318", Results.Evening)
        );

    [Theory]
    [InlineData(0.02999, "2.999 %")]
    [InlineData(0.0299999, "2.999 %")]
    [InlineData(0.0249, "2.49 %")]
    public void Decide_JustUnderTheBound_DoesNotLookLikeIt(double move, string said) =>
        Assert.StartsWith(
            $"|return| {said}, ",
            AlertRules.Decide(Results.Move, Results.Of(move, 0.5), null, Results.Evening).Reason,
            StringComparison.Ordinal
        );

    [Fact]
    public void Decide_PAtTheLevel_Notifies() =>
        Assert.Equal(
            (NotifyDecision.Notify, "p 0.040 is at most 0.050"),
            AlertRules.Decide(
                new("p", P: 0.05),
                Results.Of() with
                {
                    P = 0.04,
                },
                null,
                Results.Evening
            )
        );
}
