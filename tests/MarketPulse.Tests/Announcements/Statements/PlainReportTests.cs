namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>What surrounds a figure in plain reports without changing what it states: reasons, asides, hours, lists and headings; the sentences are the project's own.</summary>
public class PlainReportTests
{
    [Theory]
    // The present tense.
    [InlineData("Nvidia falls 3.4% as rivals gain ground.", "change -3.4 %")]
    // Reasons behind a change, whatever they speak of.
    [InlineData("Nvidia fell 3.4% after two days of gains.", "change -3.4 %")]
    [InlineData("Nvidia fell 3.4% as investors digested last week's results.", "change -3.4 %")]
    [InlineData("Nvidia rose 2.1% ahead of its quarterly results next week.", "change 2.1 %")]
    [InlineData("Nvidia rose 2.1% to snap a three-day losing streak.", "change 2.1 %")]
    [InlineData("Nvidia fell 5.4% amid reports that China may ban its chips.", "change -5.4 %")]
    [InlineData("Nvidia fell 5.4% on news of potential tariffs.", "change -5.4 %")]
    [InlineData(
        "Nvidia dropped 3.2% in extended trading despite strong second-quarter earnings.",
        "afterHours -3.2 %"
    )]
    [InlineData("After the company's quarterly report, Nvidia shares fell 3.4%.", "change -3.4 %")]
    [InlineData(
        "Nvidia closed at $115.43, down 3.4% on heavy volume.",
        "close 115.43 USD, change -3.4 %"
    )]
    // Hours.
    [InlineData(
        "Nvidia rose more than 6% to $194.50 shortly after 1 p.m.",
        "intraday 6 %, intraday 194.5 USD"
    )]
    [InlineData("Nvidia fell by about 2.8% later in the day.", "intraday -2.8 %")]
    [InlineData("Nvidia shot up nearly 5% after trading hours.", "afterHours 5 %")]
    [InlineData(
        "Nvidia was active in after-hours trading, closing at $175.11.",
        "afterHours 175.11 USD"
    )]
    // The second goes as the first, whatever is feared behind them.
    [InlineData(
        "With its stock soaring 239% in 2023 and 171% in 2024, Nvidia's holders fear a pullback.",
        "yearToDate 239 %, yearToDate 171 %"
    )]
    // Each its own of a list with tickers.
    [InlineData(
        "Nvidia (NVDA), Advanced Micro Devices (AMD) and Intel (INTC) fell 1.5%, 7.5% and 1.3%, respectively.",
        "change -1.5 %"
    )]
    [InlineData(
        "Nvidia’s stock fell 3.4 percent to $115.43 at 1:10 p.m. in New York.",
        "intraday -3.4 %, intraday 115.43 USD"
    )]
    [InlineData(
        "Nvidia dropped 6.2 per cent to $95.80 at 7:30 am (EDT).",
        "preMarket -6.2 %, preMarket 95.8 USD"
    )]
    [InlineData(
        "As of 2:10 p.m. ET, Nvidia shares were 3.4% higher than Friday's closing price.",
        "intraday 3.4 %"
    )]
    [InlineData("On the morning of November 25, Nvidia dropped 6.8%.", "intraday -6.8 %")]
    [InlineData(
        "Nvidia ended at $108.00, however in four hours of late trading, it drifted further to close at $105.39.",
        "close 108 USD, afterHours 105.39 USD"
    )]
    [InlineData(
        "Nvidia closed at $209.25, down 1.79% on the day but up to $211.16 in after-hours trading.",
        "close 209.25 USD, change -1.79 %, afterHours 211.16 USD"
    )]
    // Opens, ends and marks of a session.
    [InlineData("At Wednesday’s open, Nvidia’s shares hit $207.86.", "open 207.86 USD")]
    [InlineData(
        "Nvidia posted modest losses near $188.60 by the end of Wednesday’s shortened trading session.",
        "close 188.6 USD"
    )]
    [InlineData("Nvidia closed the day slightly off its peak at $162.88.", "close 162.88 USD")]
    [InlineData("Nvidia has struck the highest price mark of $115.14.", "high 115.14 USD")]
    // Whose figure.
    [InlineData("Nvidia, the U.S’s largest chipmaker, jumped 4.1%.", "change 4.1 %")]
    [InlineData(
        "Nvidia is the most valuable company, passing Microsoft at the end of trading when its stock hit $135.58.",
        "close 135.58 USD"
    )]
    [InlineData(
        "Nvidia NVDA.O and Advanced Micro Devices AMD.O both climbed 2.1% in extended trade.",
        "afterHours 2.1 %"
    )]
    [InlineData(
        "Oracle, Nvidia, Tesla and Alphabet led. Oracle, Nvidia, Tesla, Alphabet fell 3.1%.",
        "change -3.1 %"
    )]
    [InlineData("Nvidia rose. Zoomfolio Media (ZMF), which surged 23.1% overnight, led.", "")]
    [InlineData("Tesla lost 5.3%, Nvidia 3.4% and Meta 3.7%.", "change -3.4 %")]
    [InlineData(
        "Nvidia has reclaimed the title, edging out Microsoft after a 3.1% surge in its stock price.",
        "change 3.1 %"
    )]
    // Marks that are of something else.
    [InlineData(
        "Nvidia jumped 2.1% on Monday, bringing it closer to its all-time high.",
        "change 2.1 %"
    )]
    [InlineData("Nvidia surged 16.4% Thursday to a record high.", "change 16.4 %")]
    [InlineData(
        "Nvidia fell 5.6% to $875.28, erasing gains it had notched earlier in the session.",
        "change -5.6 %, close 875.28 USD"
    )]
    [InlineData(
        "Nvidia surged 16.4% after results that exceeded an already-high bar.",
        "change 16.4 %"
    )]
    [InlineData("Nvidia (NVDA.O), opens new tab gained 3.2%.", "change 3.2 %")]
    [InlineData("Nvidia stood at $115.43 at the close on Tuesday.", "close 115.43 USD")]
    [InlineData("Nvidia saw a premarket surge of up to 2.6%.", "preMarket 2.6 %")]
    [InlineData(
        "Nvidia rallied after the first-quarter results and jumped 28.1% in pre-market trading.",
        "preMarket 28.1 %"
    )]
    // Lists that share a unit.
    [InlineData("Nvidia and Tesla fell 2.3 and 1.5 percent, respectively.", "change -2.3 %")]
    [InlineData(
        "Tesla und Nvidia fielen mit Abschlägen von 2,3 beziehungsweise 1,5 Prozent.",
        "change -1.5 %"
    )]
    // The year so far.
    [InlineData(
        "Nvidia slipped 0.1%, bringing the stock’s year-to-date gain to 35% at the close.",
        "change -0.1 %, yearToDate 35 %"
    )]
    [InlineData("Nvidia led with a 189.67% year-to-date (YTD) rally.", "yearToDate 189.67 %")]
    [InlineData(
        "Year to date\n• Alphabet: +69.1%\n• Nvidia: +31.8%\n• Meta: +10.7%",
        "yearToDate 31.8 %"
    )]
    [InlineData(
        "2025年科技巨头全年表现中，谷歌涨幅65.4%，英伟达涨幅38.9%、微软涨幅15.6%。",
        "yearToDate 38.9 %"
    )]
    // A heading's hours.
    [InlineData(
        "大型科技股盘前上涨，英特尔涨超1%，谷歌涨0.99%，英伟达涨0.33%。",
        "preMarket 0.33 %"
    )]
    public void Figures_InPlainReports_AreTold(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("Over the past year, Nvidia shares have surged 44%.")]
    [InlineData("Nvidia has climbed 21% over the past 12 months.")]
    [InlineData("Nvidia trades within 5% of its record high.")]
    [InlineData("Analysts have a price target of $175 on Nvidia, up 27% from current levels.")]
    [InlineData(
        "Nvidia has had positive one-day returns 55% of the time, with a median gain of 4.9%."
    )]
    [InlineData("Nvidia saw its price target increased by a broker from $120.00 to $140.00.")]
    [InlineData("A start-up disclosed that Nvidia owns about 7% of the company.")]
    [InlineData(
        "Nvidia is paying $125 a share, a 14 percent premium to its Friday close of $109.38."
    )]
    [InlineData("Nvidia reported an 80% increase in its profits.")]
    [InlineData("Nvidia's record high came on Tuesday as it passed $1,100 for the first time.")]
    public void Figures_OfSomethingElse_AreNotTold(string text) =>
        Assert.Equal("", Texts.Told(Texts.Read(text)));
}
