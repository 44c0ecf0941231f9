using static MarketPulse.Tests.Correlation.Statements.Checked;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Days of Chinese and German texts, held against the bundled bars.</summary>
public class ChineseDayTests
{
    [Theory]
    // A mark that was passed is of its own day.
    [InlineData(
        "英伟达收涨4.33%报154.31美元，突破1月6日所创149.43美元的收盘历史最高位。",
        "2025-06-26",
        "change 4.33 2025-06-25 Confirmed, close 154.31 2025-06-25 Confirmed, close 149.43 2025-01-06 Confirmed"
    )]
    // The day that results are still to come on isn't the figure's.
    [InlineData(
        "美股周一走低。英伟达下跌1.76%，公司将于周三盘后公布财报。",
        "2025-03-18",
        "change -1.76 2025-03-17 Confirmed"
    )]
    // A date says more than the weekday beside it.
    [InlineData(
        "当地时间7月17日,纳指周三收跌。英伟达跌6.62%。",
        "2024-07-25",
        "change -6.62 2024-07-17 Confirmed"
    )]
    [InlineData(
        "上周四，也就是财报发布后的第二天，英伟达股价下跌逾6%。",
        "2024-09-05",
        "change -6 2024-08-29 Confirmed"
    )]
    // A report of the first hours tells of moments.
    [InlineData(
        "美股周一开盘,三大指数大幅低开,纳指跌3.6%,英伟达跌超12%。",
        "2025-01-28",
        "intraday -12 2025-01-27 CannotCheck"
    )]
    [InlineData(
        "美股周一早盘，纳指跌3%，英伟达跌10.5%。",
        "2025-01-28",
        "intraday -10.5 2025-01-27 CannotCheck"
    )]
    // Moved "at the open": by some moment after it.
    [InlineData(
        "英伟达2025年3月18日开盘股价下跌逾2%。",
        null,
        "intraday -2 2025-03-18 CannotCheck"
    )]
    // A closing record called a high; a figure that can be no price of that day.
    [InlineData(
        "英伟达10月14日收在138.07美元，超越6月18日135.58美元高点。",
        "2024-10-15",
        "close 138.07 2024-10-14 Confirmed, high 135.58 2024-06-18 CannotCheck"
    )]
    [InlineData("英伟达2025年3月18日收报4.80美元。", null, "close 4.8 2025-03-18 CannotCheck")]
    // A day that something begins on.
    [InlineData(
        "英伟达周四收跌1.2%，报1209.98美元，6月10日起按拆股后价格交易。",
        "2024-06-07",
        "change -1.2 2024-06-06 Confirmed, close 1209.98 2024-06-06 Confirmed"
    )]
    // Bars are kept in cents.
    [InlineData("英伟达2025年3月18日最低114.537美元。", null, "low 114.537 2025-03-18 Confirmed")]
    // The year so far stands on its own beside an earlier low.
    [InlineData(
        "英伟达2025年3月18日收于115.43美元。英伟达今年累计跌14%，较2月3日低点113.01美元上涨2%。",
        "2025-03-19",
        "close 115.43 2025-03-18 Confirmed, yearToDate -14 2025-03-18 Confirmed, low 113.01 - CannotCheck"
    )]
    // The day before's fall goes on.
    [InlineData(
        "英伟达2025年4月17日股价下跌2.87%，收于101.49美元，延续前一日6.9%的跌势。",
        null,
        "change -2.87 2025-04-17 Confirmed, close 101.49 2025-04-17 Confirmed, change -6.9 2025-04-16 Confirmed"
    )]
    // A day of which only the record since is told.
    [InlineData(
        "上周五,英伟达股价重挫10%,经历了自2020年3月16日下跌18.5%以来的最大单日跌幅。",
        "2024-04-22",
        "change -10 2024-04-19 Confirmed"
    )]
    // A day that is still waited for.
    [InlineData(
        "市场观望英伟达周五公布的财报，该股收跌3.43%。",
        "2025-03-19",
        "change -3.43 2025-03-18 Confirmed"
    )]
    public void Day_InChinese_IsTheOneMeant(string text, string? published, string expected) =>
        Assert.Equal(expected, Told(Check(text, published)));

    [Theory]
    [InlineData(
        "Die Nvidia-Aktie stieg am 23. Februar 2024 um knapp fünf Prozent auf ein Rekordhoch bei 823,94 Dollar.",
        "2024-02-24",
        "intraday 5 2024-02-23 CannotCheck, high 823.94 2024-02-23 Confirmed"
    )]
    public void Record_OnTheWay_IsNoDaysChange(string text, string published, string expected) =>
        Assert.Equal(expected, Told(Check(text, published)));
}
