using System.Globalization;
using System.Text.RegularExpressions;
using MarketPulse.Alerts;
using MarketPulse.Correlation;
using MarketPulse.Tests.Correlation.Statements;

namespace MarketPulse.Tests.Alerts;

/// <summary>Reasons are stored in English and said in the reader's language.</summary>
public partial class StoredSentencesTests
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
    public void Stored_EveryReasonOfALabelledStatement_IsSaidInChinese()
    {
        var told = LabelledArticle
            .All.SelectMany(a =>
                LabelledArticle.Check(a.Text, a.Published, LabelledArticle.Bundled)
            )
            .SelectMany(s => new[] { s.Reason, s.Base })
            .OfType<string>()
            .Select(r => Chinese.Stored(r.Replace("NVDA", "N", StringComparison.Ordinal)));
        Assert.Empty(told.Where(t => EnglishWord().IsMatch(t)).Distinct().Order());
    }

    [Theory]
    [InlineData("Nvidia is up 24% since the start of 2022.", "from the start of")]
    [InlineData("On December 30, 2022, Nvidia was down 50.3% this year.", "last session of")]
    [InlineData("Nvidia closed at $1,148.25 on May 28, 2025.", "to be meant as one of them")]
    [InlineData("Nvidia fell 2% on November 1, 2022.", "session before")]
    [InlineData("Nvidia reached an intraday high of $122.88 on March 18, 2025.", "")]
    public void Stored_RareReasonOfAStatement_IsSaidInChinese(string text, string reason)
    {
        var told = Checked.Check(text, "2025-05-29");
        Assert.NotEmpty(told);
        Assert.Contains(told, t => t.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.All(told, t => AssertChinese(t.Reason));
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
        Assert.DoesNotMatch(EnglishWord(), Chinese.Stored(stored));

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();
}
