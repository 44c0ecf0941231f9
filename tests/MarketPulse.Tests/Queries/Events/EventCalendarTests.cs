using System.Text;
using MarketPulse.Alerts.Signals;
using MarketPulse.Queries.Events;

namespace MarketPulse.Tests.Queries.Events;

public sealed class EventCalendarTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly EventAnswer Keynote = EventAnswer.Of(
        new(
            "NVDA",
            "GTC keynote; San José, " + new string('黄', 60),
            new(2026, 3, 16),
            new(2026, 3, 16, 18, 0, 0, TimeSpan.Zero)
        )
    );

    private static readonly EventAnswer Results = EventAnswer.Of(
        new(null, "Results\r\nBEGIN:VALARM", new(2026, 5, 20), null)
    );

    [Fact]
    public void Calendar_EveryLine_HasAtMost75OctetsAndEndsAsItMust()
    {
        var text = EventCalendar.Write([Keynote, Results], Stamp);
        var lines = text.Split("\r\n");

        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain("\nBEGIN:VALARM", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_Times_AreUtcAndDaysAreDays()
    {
        var text = EventCalendar.Write([Keynote, Results], Stamp);

        Assert.Contains("DTSTART:20260316T180000Z", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260520", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260102T030405Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_AskedTwice_IsTheSameBytes()
    {
        Assert.Equal(
            EventCalendar.Write([Keynote, Results], Stamp),
            EventCalendar.Write([Keynote, Results], Stamp)
        );
        Assert.NotEqual(Keynote.Uid, Results.Uid);
    }

    [Fact]
    public void Calendar_ReadBack_HoldsTheSameEvents()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ics");
        try
        {
            File.WriteAllText(path, EventCalendar.Write([Keynote, Results], Stamp));
            var read = EventsFile.Read(path, new(2026, 1, 1), new(2026, 12, 31));

            Assert.Equal([Keynote.Day, Results.Day], read.Select(e => e.Day));
            Assert.Equal([Keynote.At, null], read.Select(e => e.At));
            Assert.Equal("NVDA: " + Keynote.Title, read[0].Title);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
