using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Correlation;

namespace MarketPulse.Tests.Alerts;

/// <summary>Reasons are stored in English and said in the reader's language.</summary>
public class StoredSentencesTests
{
    private static readonly Wording Chinese = new("zh", TimeZoneInfo.Utc);

    [Theory]
    [InlineData("2025-03-18T12:00:00Z")] // Before the open.
    [InlineData("2025-03-18T17:00:00Z")] // In the session.
    [InlineData("2025-03-18T21:00:00Z")] // After the close.
    [InlineData("2024-07-03T18:00:00Z")] // After an early close.
    [InlineData("2025-03-16T17:00:00Z")] // Weekend.
    [InlineData("2024-12-25T17:00:00Z")] // Holiday.
    [InlineData("2025-01-09T17:00:00Z")] // Closed once.
    public void Stored_EveryReasonOfAnEventDay_IsSaidInChinese(string instant) =>
        AssertChinese(
            EventDay.At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Reason
        );

    [Theory]
    [InlineData(0.03, null, null)]
    [InlineData(null, 0.1, null)]
    [InlineData(null, null, 0.99)]
    public void Stored_EveryReasonOfAMoveRule_IsSaidInChinese(double? change, double? t, double? p)
    {
        var (_, reason) = AlertRules.Decide(
            new("x", change, t, p),
            AlertContents.Keynote().Primary,
            null,
            Results.Evening
        );
        AssertChinese($"Rule '大涨': {reason}.");
    }

    [Fact]
    public void Stored_RuleNamedLikeAWordThatIsKnown_KeepsItsName() =>
        Assert.Equal(
            "规则“results”：新公告，类别：财报。",
            Chinese.Stored("Rule 'results': a new announcement of the kind results.")
        );

    [Fact]
    public void Stored_WhatIsNotKnown_StaysAsItIs() =>
        Assert.Equal("Somebody wrote this.", Chinese.Stored("Somebody wrote this."));

    [Fact]
    public void Stored_InEnglish_StaysAsItIs() =>
        Assert.Equal("weekend: next session", Wording.English.Stored("weekend: next session"));

    private static void AssertChinese(string stored) =>
        Assert.DoesNotMatch("[A-Za-z]{3,}", Chinese.Stored(stored));
}
