namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>Figures in reports on a stock that state no price of it: other companies' and funds', other measures', other spans', and what may come; the sentences are the project's own.</summary>
public class OtherFigureTests
{
    [Theory]
    // Companies that no list has, by their tickers and by what stands behind their names.
    [InlineData("BlackBird (NYSE:BBX) stock is up 15% in Monday afternoon trading.")]
    [InlineData(
        "Midwest Pipes NYSE:MWP was 0.4% higher after closing Thursday with a 1.5% increase."
    )]
    [InlineData("$QQXY debuted up 20% from its offering.")]
    [InlineData("HQ Inc. advanced 5.31% to reach $19.23 during the same session.")]
    [InlineData("Funds added to their Nvidia positions, including Brighton Hill LLC (+12.4%).")]
    [InlineData("After initially dropping nearly 10%, Ionics shares bounced back.")]
    [InlineData("The quantum-computing specialist's share price was down by 38.3% on Friday.")]
    [InlineData("Nvidia led.\n- DUOL -22% today\n- TXN: $277.52, -1.24% against the close")]
    // Whom a name only relates.
    [InlineData("Nvidia partner vaults 30%.")]
    [InlineData("SK Hynix, Nvidia's most important supplier, popped over 14% on its first day.")]
    [InlineData("Synopsys beat estimates on demand from Nvidia's peers, sending its shares up 5%.")]
    [InlineData("The Technology Equipment sector is down by 1.99%.")]
    // Stakes, products, sums, ratios.
    [InlineData("The firm lifted its stake in shares of Nvidia by 47.9%.")]
    [InlineData("The firm owns Nvidia stock valued at $207,181,819.")]
    [InlineData("Nvidia makes up 3.6% of the fund's portfolio.")]
    [InlineData("The Nvidia RTX 3090 Ti drops to $1500.")]
    [InlineData("Eight dirt cheap stocks to buy with $1000 right now.")]
    [InlineData(
        "Nvidia's earnings of $0.89 per share, reflecting a 45% increase from the year before."
    )]
    [InlineData("Nvidia's net income surged 103% to $0.81 per diluted share.")]
    [InlineData("Nvidia reported revenue that jumped 69% year-over-year to $44 billion.")]
    [InlineData("A startup's chip claims 33% higher memory bandwidth than Nvidia's.")]
    [InlineData("Nvidia trades near the upper band, with the middle band at $178.51.")]
    // Spans.
    [InlineData("Nvidia has seen a 7-day share price return of 3.7%.")]
    [InlineData("Nvidia saw a 1.5% decline over 30 days.")]
    [InlineData("Nvidia continues its upward trend with a 20% gain over 11 days.")]
    [InlineData("Nvidia shares have risen 68.5% in the trailing 12 months.")]
    [InlineData("Nvidia shares have gained 850% since January 2023.")]
    [InlineData("Nvidia has surged by 34% since.")]
    [InlineData(
        "During the same period, AMD gained 38.62%, Micron 26.13%, and Nvidia rose 11.73%."
    )]
    [InlineData("Nvidia shares are down over 20% from the October 2025 peak.")]
    [InlineData("So why is Nvidia stock down 50%?")]
    [InlineData("Nvidia shares have traded between $115.66 and $346.47 over the last 52 weeks.")]
    [InlineData("Nvidia shares surged this week, jumping as much as 14.6%.")]
    [InlineData("Nvidia held on to a weekly gain of about 9% in early trading Friday.")]
    [InlineData("Between August 21 and August 27, Nvidia rose 3.9%.")]
    [InlineData("Nvidia hit an intraday high of $184.12 earlier this month.")]
    [InlineData("Nvidia hasn't closed below $200 since January.")]
    // Parts of something, and how much isn't said.
    [InlineData("Nvidia was responsible for 30% of the gain.")]
    [InlineData("Nvidia and AMD increased by 2% to 4%.")]
    // Whom a relative clause names.
    [InlineData("Intel (INTC), which competes with Nvidia (NVDA), saw its shares rise 0.5%.")]
    [InlineData("South Korean stocks fell 3% after Nvidia's results.")]
    // What may come.
    [InlineData("Nvidia shares to climb over 14%, says a technical analyst.")]
    [InlineData("Nvidia set for a surge to $204? An analyst predicts it.")]
    [InlineData("Nvidia is expected to climb to $368 by mid-year and reach $401 by year-end.")]
    [InlineData(
        "Nvidia's average price target represents an increase of 47.6% from the last close."
    )]
    [InlineData("Nvidia's target of $274 is an approximate 45% gain on the current share price.")]
    [InlineData(
        "Analysts adjusted their price target for Nvidia, increasing it slightly from $209.96 to $210.50."
    )]
    [InlineData("Nvidia stock price forecast: $186.00–$198.00 range.")]
    [InlineData("An analyst is keeping a close eye on the $185 level of Nvidia.")]
    // Chinese: sectors, sums of the year before.
    [InlineData("生物技術-1.82%、英伟达供应链走弱。")]
    [InlineData("大跌之后，它的市值只有英伟达的4%。")]
    [InlineData("英伟达股价在过去1年内上涨209%。")]
    [InlineData("英伟达还需要超过10%的涨幅才能补上缺口。")]
    [InlineData("英伟达新品的售价区间为6500-8000美元。")]
    [InlineData("英伟达营收为60.51亿美元，与上年同期的76.43亿美元相比下降21%。")]
    [InlineData("SpaceX掛牌首日盤中漲超30%，市值僅次於英伟达。")]
    public void Read_OtherFigure_StatesNoPriceOfTheStock(string text) =>
        Assert.DoesNotContain(Texts.Read(text), s => s.Symbol == "NVDA");

    [Theory]
    [InlineData(
        "Nvidia (NASDAQ:NVDA, ETR:NVD) fell 6.3% in after-hours trading.",
        "afterHours -6.3 %"
    )]
    [InlineData(
        "Shares of Amazon, Nvidia, and Tesla fell another 2% in extended trading.",
        "afterHours -2 %"
    )]
    [InlineData(
        "AMD and Nvidia are trading higher by 3.66% to $68.53 and 5.40% to $131.88 Tuesday afternoon.",
        "intraday 5.4 %, intraday 131.88 USD"
    )]
    [InlineData(
        "Nvidia, which had briefly surpassed Apple (AAPL) the day before, dropped 4.5%.",
        "change -4.5 %"
    )]
    [InlineData(
        "In after-hours trading, Nvidia stock climbed 2.7% to 163.44.",
        "afterHours 2.7 %, afterHours 163.44 USD"
    )]
    [InlineData(
        "Nvidia is still up almost 140% in 2024, and has almost tripled over the last 12 months.",
        "yearToDate 140 %"
    )]
    [InlineData(
        "The rule takes effect on May 15.Shares of Nvidia ended 3.1% higher.",
        "change 3.1 %"
    )]
    [InlineData(
        "Nvidia fell 1.79% to $209.25 on sector rotation.",
        "change -1.79 %, close 209.25 USD"
    )]
    [InlineData("Nvidia saw a 16% boost to its share price on Thursday.", "change 16 %")]
    [InlineData("Nvidia tumbled 9.2% to a three-month low on Thursday.", "change -9.2 %")]
    public void Read_FigureBesideOthers_IsTheStocks(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text).Where(s => s.Symbol == "NVDA")));
}
