using System.Globalization;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class TradingCalendarTests
{
    [Theory]
    [InlineData("2025-01-09", "special closure")]
    [InlineData("2024-03-29", "Good Friday")]
    [InlineData("2025-06-19", "Juneteenth")]
    [InlineData("2022-06-20", "Juneteenth")]
    [InlineData("2022-12-26", "Christmas Day")]
    [InlineData("2023-01-02", "New Year's Day")]
    [InlineData("2001-09-11", "special closure")]
    [InlineData("2001-09-14", "special closure")]
    [InlineData("2004-06-11", "special closure")] // Reagan
    [InlineData("2007-01-02", "special closure")] // Ford
    [InlineData("2012-10-29", "special closure")] // Sandy
    [InlineData("2012-10-30", "special closure")]
    [InlineData("2018-12-05", "special closure")] // G. H. W. Bush
    [InlineData("2000-04-21", "Good Friday")]
    [InlineData("2005-12-26", "Christmas Day")]
    [InlineData("2010-12-24", "Christmas Day")] // 25 December was a Saturday.
    [InlineData("2030-12-25", "Christmas Day")]
    [InlineData("2025-03-16", "weekend")]
    public void ClosedBecause_ClosedDate_NamesTheReason(string date, string reason) =>
        Assert.Equal(reason, TradingCalendar.ClosedBecause(Date(date)));

    [Theory]
    [InlineData("2021-12-31")] // 1 January 2022 was a Saturday, which isn't kept on the Friday.
    [InlineData("2021-06-18")] // Juneteenth is kept since 2022.
    [InlineData("2024-07-05")]
    [InlineData("2001-09-10")]
    [InlineData("2001-09-17")]
    [InlineData("2004-12-31")] // 1 January 2005 was a Saturday.
    [InlineData("2010-12-31")]
    [InlineData("2012-10-31")]
    public void ClosedBecause_Session_IsNull(string date) =>
        Assert.Null(TradingCalendar.ClosedBecause(Date(date)));

    // The exchange's own counts (NYSE Facts and Figures; yearly trading days).
    [Theory]
    [InlineData(2000, 252)]
    [InlineData(2001, 248)] // Four days after 11 September.
    [InlineData(2002, 252)]
    [InlineData(2003, 252)]
    [InlineData(2004, 252)]
    [InlineData(2005, 252)]
    [InlineData(2006, 251)]
    [InlineData(2007, 251)]
    [InlineData(2008, 253)]
    [InlineData(2009, 252)]
    [InlineData(2010, 252)]
    [InlineData(2011, 252)]
    [InlineData(2012, 250)]
    [InlineData(2013, 252)]
    [InlineData(2014, 252)]
    public void Sessions_OfAYear_AreAsManyAsTheExchangeCounted(int year, int sessions) =>
        Assert.Equal(
            sessions,
            TradingCalendar.Sessions(new(year, 1, 1), new(year, 12, 31)).Count()
        );

    [Theory]
    [InlineData("2000-07-03")]
    [InlineData("2001-07-03")]
    [InlineData("2002-07-05")]
    [InlineData("2002-11-29")]
    [InlineData("2003-12-26")]
    [InlineData("2007-12-24")]
    [InlineData("2009-11-27")]
    [InlineData("2012-07-03")]
    [InlineData("2013-07-03")]
    public void IsEarlyClose_ShortSessionsBefore2015_AreKnown(string date) =>
        Assert.True(TradingCalendar.IsEarlyClose(Date(date)));

    [Theory]
    [InlineData("2024-07-03", "2024-07-03T17:00:00Z")] // 13:00 in summer
    [InlineData("2024-11-29", "2024-11-29T18:00:00Z")] // 13:00 in winter
    [InlineData("2024-12-24", "2024-12-24T18:00:00Z")]
    [InlineData("2025-03-07", "2025-03-07T21:00:00Z")] // before the clocks change
    [InlineData("2025-03-10", "2025-03-10T20:00:00Z")] // after it
    public void CloseOf_Session_IsTheInstant(string date, string close) =>
        Assert.Equal(
            DateTimeOffset.Parse(close, CultureInfo.InvariantCulture),
            TradingCalendar.CloseOf(Date(date))
        );

    [Fact]
    public void Sessions_OfTheBundledHistory_AreThoseWithABar()
    {
        foreach (var (symbol, bars) in ReplayHistory.Read(ReplayHistory.Bundled).Prices)
        {
            Assert.Equal(
                TradingCalendar.Sessions(bars[0].Session, bars[^1].Session),
                bars.Select(b => b.Session)
            );
            Assert.NotEmpty(symbol);
        }
    }

    [Fact]
    public void Calendar_AgainstTheExchangesOwnLists_Agrees()
    {
        var path = Shared.File("data/calendar/nyse_holidays_2015_2028.csv");
        var rows = File.ReadLines(path)
            .Skip(1)
            .Select(l => l.Split(','))
            .ToDictionary(r => Date(r[0]), r => r[2]);
        for (var date = new DateOnly(2015, 1, 1); date.Year <= 2028; date = date.AddDays(1))
        {
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var kind = rows.GetValueOrDefault(date, "open");
            Assert.True(TradingCalendar.IsSession(date) == (kind != "closed"), $"{date}: {kind}");
            Assert.True(
                TradingCalendar.IsEarlyClose(date) == (kind == "early_close"),
                $"{date}: {kind}"
            );
        }
    }

    [Fact]
    public void IsSession_OutsideTheCalendar_SaysWhatItCovers()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            TradingCalendar.IsSession(new(2031, 1, 1))
        );
        Assert.Contains("2000-01-01 to 2030-12-31", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-03-18T20:14:59Z", "2025-03-17")]
    [InlineData("2025-03-18T20:15:00Z", "2025-03-18")]
    [InlineData("2025-03-16T12:00:00Z", "2025-03-14")]
    public void LastCompleted_AroundTheMargin_IsTheSession(string now, string session) =>
        Assert.Equal(
            Date(session),
            TradingCalendar.LastCompleted(
                DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
                TimeSpan.FromMinutes(15)
            )
        );

    [Fact]
    public void Offset_ThereAndBack_IsTheSame()
    {
        var day = Date("2025-03-18");
        Assert.Equal(Date("2024-03-04"), TradingCalendar.Offset(day, -260));
        Assert.Equal(day, TradingCalendar.Offset(TradingCalendar.Offset(day, -260), 260));
    }

    private static DateOnly Date(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
