using System.Globalization;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Correlation;

public class EventDayTests
{
    [Theory]
    [InlineData("2025-03-18T10:00:00-07:00", "2025-03-18", "in session (13:00 New York)")] // GTC 2025
    [InlineData(
        "2024-03-18T13:00:00-07:00",
        "2024-03-19",
        "after close (16:00 New York): next session"
    )] // GTC 2024: the close itself
    [InlineData("2024-03-18T12:59:59-07:00", "2024-03-18", "in session (15:59 New York)")]
    [InlineData(
        "2024-05-22T16:21:29-04:00",
        "2024-05-23",
        "after close (16:21 New York): next session"
    )]
    [InlineData(
        "2025-01-06T18:30:00-08:00",
        "2025-01-07",
        "after close (21:30 New York): next session"
    )] // CES 2025
    [InlineData("2024-06-02T19:00:00+08:00", "2024-06-03", "weekend: next session")] // Computex 2024, a Sunday
    [InlineData("2025-05-19T11:00:00+08:00", "2025-05-19", "weekend: next session")] // Computex 2025: Sunday evening in New York
    [InlineData(
        "2025-01-08T17:00:00-05:00",
        "2025-01-10",
        "after close (17:00 New York): next session"
    )] // over a day of mourning
    [InlineData("2025-01-09T10:00:00-05:00", "2025-01-10", "special closure: next session")]
    [InlineData(
        "2024-07-03T13:00:00-04:00",
        "2024-07-05",
        "after close (13:00 New York) of an early-close session: next session"
    )]
    [InlineData("2025-06-11T11:00:00+02:00", "2025-06-11", "before open (05:00 New York)")]
    public void At_Instant_IsTheSessionThatCouldFirstAct(
        string instant,
        string session,
        string reason
    )
    {
        var day = EventDay.At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        Assert.Equal(
            DateOnly.ParseExact(session, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            day.Session
        );
        Assert.Equal(reason, day.Reason);
        Assert.True(day.TimeKnown);
    }

    [Theory]
    [InlineData("Nvidia sank 17% on Monday", "2025-01-27T21:40:00Z", "2025-01-27")]
    [InlineData("Nvidia sank 17% on Monday", "2025-01-28T12:00:00Z", "2025-01-27")]
    [InlineData("Why Nvidia stock fell on Friday", "2025-03-16T15:00:00Z", "2025-03-14")] // A Sunday.
    [InlineData(
        "Nvidia's Monday slump: stock loses $589 billion",
        "2025-01-29T15:00:00Z",
        "2025-01-27"
    )]
    [InlineData("Nvidia shares close at a record", "2025-06-25T20:40:00Z", "2025-06-25")]
    [InlineData("Nvidia shares closed down 3%", "2025-03-19T10:00:00Z", "2025-03-18")] // Before the next open.
    [InlineData("Stock market today: Nvidia shares drop 10%", "2024-04-19T20:35:00Z", "2024-04-19")]
    [InlineData("英伟达股价周一大跌17%", "2025-01-28T02:00:00Z", "2025-01-27")]
    [InlineData("英伟达股价收跌3.4%", "2025-03-18T23:00:00Z", "2025-03-18")]
    public void Of_CommentThatReportsASession_IsThatSession(
        string title,
        string published,
        string session
    )
    {
        var day = EventDay.Of(Comment(title, published));
        Assert.Equal(session, $"{day.Session:yyyy-MM-dd}");
        Assert.StartsWith(
            $"reports the session of {session}",
            day.Reason,
            StringComparison.Ordinal
        );
        Assert.True(day.TimeKnown);
    }

    [Theory]
    [InlineData(
        "Nvidia shares sink before the opening on DeepSeek",
        "2025-01-27T13:30:00Z",
        "2025-01-27"
    )]
    [InlineData(
        "Nvidia stock falls after hours despite record revenue",
        "2025-02-26T21:45:00Z",
        "2025-02-27"
    )]
    [InlineData("Nvidia stock falls despite record revenue", "2025-02-26T21:45:00Z", "2025-02-27")]
    [InlineData("Nvidia stock: what to watch on Monday", "2025-03-15T15:00:00Z", "2025-03-17")]
    [InlineData("Nvidia shares could fall on Monday", "2025-03-15T15:00:00Z", "2025-03-17")]
    [InlineData("Nvidia shares fall 4%", "2025-03-18T15:00:00Z", "2025-03-18")] // During the session.
    [InlineData("Nvidia shares fall 4%", "2025-03-15T15:00:00Z", "2025-03-17")] // Says nothing of a day.
    [InlineData(
        "Nvidia shares in focus after report of a delay",
        "2024-08-03T16:30:00Z",
        "2024-08-05"
    )]
    public void Of_CommentThatReportsNoSession_IsWhereTheMarketCouldFirstAct(
        string title,
        string published,
        string session
    )
    {
        var day = EventDay.Of(Comment(title, published));
        Assert.Equal(session, $"{day.Session:yyyy-MM-dd}");
        Assert.DoesNotContain("reports", day.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnnouncementWithACommentsWords_IsNotMoved()
    {
        var results = Comment("Results: shares fell on Monday", "2025-01-28T22:00:00Z") with
        {
            Kind = AnnouncementKind.Results,
        };
        Assert.Equal(new DateOnly(2025, 1, 29), EventDay.Of(results).Session);
    }

    private static Announcement Comment(string title, string published) =>
        Items.Telling(title, DateTimeOffset.Parse(published, CultureInfo.InvariantCulture)) with
        {
            Kind = AnnouncementKind.Comment,
        };

    [Fact]
    public void On_DateWithoutTime_IsThatSessionFlagged()
    {
        var day = EventDay.On(new(2025, 1, 27));
        Assert.Equal(new DateOnly(2025, 1, 27), day.Session);
        Assert.False(day.TimeKnown);
        Assert.Equal(new DateOnly(2025, 1, 21), EventDay.On(new(2025, 1, 18)).Session);
    }
}
