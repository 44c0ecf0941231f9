using System.Globalization;
using MarketPulse.Correlation;

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

    [Fact]
    public void On_DateWithoutTime_IsThatSessionFlagged()
    {
        var day = EventDay.On(new(2025, 1, 27));
        Assert.Equal(new DateOnly(2025, 1, 27), day.Session);
        Assert.False(day.TimeKnown);
        Assert.Equal(new DateOnly(2025, 1, 21), EventDay.On(new(2025, 1, 18)).Session);
    }
}
