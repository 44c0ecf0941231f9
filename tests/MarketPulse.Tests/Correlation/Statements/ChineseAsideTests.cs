using static MarketPulse.Tests.Correlation.Statements.Checked;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Days that Chinese texts name only in passing, held against the bundled bars.</summary>
public class ChineseAsideTests
{
    [Theory]
    // What was undone or gone on with is of another day.
    [InlineData(
        "纳指周二(18日)收跌1.7%，回吐上周五(14日)的部分涨幅，英伟达收跌3.43%。",
        "2025-03-19",
        "change -3.43 2025-03-18 Confirmed"
    )]
    [InlineData(
        "英伟达收涨8.93%，收复了周一近半失地。",
        "2025-01-29",
        "change 8.93 2025-01-28 Confirmed"
    )]
    [InlineData(
        "抹去周一部分跌幅后，英伟达收涨8.93%。",
        "2025-01-29",
        "change 8.93 2025-01-28 Confirmed"
    )]
    [InlineData(
        "与周一的暴跌不同，英伟达收涨8.93%，报128.99美元。",
        "2025-01-29",
        "change 8.93 2025-01-28 Confirmed, close 128.99 2025-01-28 Confirmed"
    )]
    [InlineData(
        "相较周一的16.97%跌幅，英伟达收涨8.93%。",
        "2025-01-29",
        "change -16.97 2025-01-27 Confirmed, change 8.93 2025-01-28 Confirmed"
    )]
    [InlineData(
        "在周一创下最大市值蒸发纪录后，英伟达收涨8.93%。",
        "2025-01-29",
        "change 8.93 2025-01-28 Confirmed"
    )]
    // A figure in the aside keeps the aside's day.
    [InlineData(
        "继周一暴跌16.97%后，英伟达股价反弹8.93%。",
        "2025-01-29",
        "change -16.97 2025-01-27 Confirmed, change 8.93 2025-01-28 Confirmed"
    )]
    // Days and changes listed apart, in one order.
    [InlineData(
        "上周四、周五英伟达分别下跌7.81%和7.36%。",
        "2025-04-07",
        "change -7.81 2025-04-03 Confirmed, change -7.36 2025-04-04 Confirmed"
    )]
    // An evening hour of the east is of that day's session; its quote is no close of the session before.
    [InlineData(
        "〈美股早盘〉三大指数开低。截至周二（18日）晚间10时许，英伟达跌2.5%，报116.5美元。",
        "2025-03-19",
        "intraday -2.5 2025-03-18 CannotCheck, intraday 116.5 2025-03-18 CannotCheck"
    )]
    // A year so far beside that session's close isn't up to the session before.
    [InlineData(
        "英伟达2025年3月14日收报121.67美元，今年迄今跌幅约14%。",
        "2025-03-17",
        "close 121.67 2025-03-14 Confirmed, yearToDate -14 2025-03-14 CannotCheck"
    )]
    public void Day_OfAnAside_IsNotTheFigures(string text, string published, string expected) =>
        Assert.Equal(expected, Told(Check(text, published)));
}
