using System.Globalization;
using MarketPulse.Announcements.Articles;
using MarketPulse.Tests.Announcements.Statements;
using static MarketPulse.Tests.Correlation.Statements.Checked;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Days that English and German texts name only in passing, and figures that may be of a moment, held against the bundled bars.</summary>
public class PassingDayTests
{
    [Theory]
    // The day of what a price came from isn't that of what it came to.
    [InlineData(
        "Nvidia fell from its record close of $149.43 on Jan. 6, 2025 to $118.42.",
        "2025-01-28",
        "close 149.43 2025-01-06 Confirmed, close 118.42 2025-01-27 Confirmed"
    )]
    [InlineData(
        "Nvidia closed at $128.99 on Tuesday, reversing Monday's losses.",
        "2025-01-29",
        "close 128.99 2025-01-28 Confirmed"
    )]
    [InlineData(
        "Nvidia surged 2.4% to close at $138.07, breaking the previous June 18 high of $135.58.",
        "2024-10-15",
        "change 2.4 2024-10-14 Confirmed, close 138.07 2024-10-14 Confirmed, high 135.58 2024-06-18 CannotCheck"
    )]
    [InlineData(
        "Nvidia rose from $116.78 on March 14, 2023 to $115.43 at Tuesday's close.",
        "2025-03-19",
        "close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData(
        "On January 28, 2025 Nvidia rebounded. The stock had closed at $118.42 and closed at $128.99.",
        "2025-02-03",
        "close 118.42 - CannotCheck, close 128.99 2025-01-28 Confirmed"
    )]
    // A date without a year that may be one to come tells nothing wrong.
    [InlineData(
        "With Nvidia trading at $115.43, they bought calls expiring April 17th.",
        "2025-03-18",
        "close 115.43 2025-03-18 Confirmed"
    )]
    // A weekday beside the full date is that date.
    [InlineData(
        "12/6/2024: Nvidia slipped to $144.48 in early Friday trading.",
        "2024-12-26",
        "intraday 144.48 2024-12-06 CannotCheck"
    )]
    // "About" in whole points, and about a price.
    [InlineData(
        "Die Nvidia-Aktie brach am Montag um rund 16 Prozent ein.",
        "2025-01-28",
        "change -16 2025-01-27 CannotCheck"
    )]
    [InlineData(
        "Nvidia fell about 17% on Monday.",
        "2025-01-28",
        "change -17 2025-01-27 Confirmed"
    )]
    [InlineData(
        "Nvidia closed near $118.43 on January 27, 2025.",
        null,
        "close 118.43 2025-01-27 Confirmed"
    )]
    [InlineData(
        "Nvidia closed near $118.58 on January 27, 2025.",
        null,
        "close 118.58 2025-01-27 Contradicted"
    )]
    // A page's own quote is of whatever moment it was stored at.
    [InlineData(
        "Nvidia (NVDA -2.85%) leads the field.",
        "2025-05-31",
        "intraday -2.85 2025-05-30 CannotCheck"
    )]
    // Whole points that name no day and no close may be of a moment; with a close told they may not.
    [InlineData(
        "Nvidia drops 4% after the keynote.",
        "2025-03-18",
        "change -4 2025-03-18 CannotCheck"
    )]
    [InlineData(
        "Wall Street closed lower. Nvidia drops 4% after the keynote.",
        "2025-03-18",
        "change -4 2025-03-18 Contradicted"
    )]
    public void Figure_WithADayInPassing_IsHeldAgainstItsOwn(
        string text,
        string? published,
        string expected
    ) => Assert.Equal(expected, Told(Check(text, published)));

    [Theory]
    // Written while the session ran: a moment's. After its close, on a half day too: the day's.
    [InlineData(
        "Nvidia fell 2.5% on Tuesday.",
        "2025-03-18T17:00Z",
        "intraday -2.5 2025-03-18 CannotCheck"
    )]
    [InlineData(
        "Nvidia fell 2.5% on Tuesday.",
        "2025-03-18T20:30Z",
        "change -2.5 2025-03-18 Contradicted"
    )]
    [InlineData(
        "Nvidia slipped 2.2% on Friday.",
        "2024-11-29T17:30Z",
        "intraday -2.2 2024-11-29 Contradicted"
    )]
    [InlineData(
        "Nvidia slipped 2.2% on Friday.",
        "2024-11-29T18:40Z",
        "change -2.2 2024-11-29 Contradicted"
    )]
    public void Change_ToldWhileTheSessionRuns_IsAMoments(string text, string at, string expected)
    {
        var instant = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var article = Texts.Article(text) with { PublishedAt = instant };
        Assert.Equal(expected, Told(Check(article)));
    }
}
