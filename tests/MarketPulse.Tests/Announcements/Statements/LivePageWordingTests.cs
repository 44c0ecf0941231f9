namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>What quote pages, market wraps and rewritten news say that edited news doesn't; the sentences are the project's own.</summary>
public class LivePageWordingTests
{
    [Theory]
    // Tickers on lines of their own.
    [InlineData(
        "Nvidia\nNVDA,\nshares ended up 4.2% at $487.84, while the index\nSPX,\nadded 1.5%.",
        "change 4.2 %, close 487.84 USD"
    )]
    // Hours of a named day.
    [InlineData("Nvidia was up 4.7% on Tuesday morning.", "intraday 4.7 %")]
    [InlineData("Nvidia slid 6.2% in early Monday dealings.", "intraday -6.2 %")]
    // Extremes of a longer time, before and behind.
    [InlineData(
        "Over the last 52 weeks Nvidia has moved between a low of $132.60 and a high of $316.32.",
        ""
    )]
    [InlineData("Nvidia has been as high as $648.56 and as low as $319.87 in the past year.", "")]
    [InlineData("Nvidia's drop took it below the 3-day low of $238.18.", "")]
    [InlineData(
        "Nvidia ranged from a low of $223.00 to a high of $236.12 on Tuesday.",
        "low 223 USD, high 236.12 USD"
    )]
    [InlineData(
        "Nvidia's highest price reached 840.82, with the lowest price hitting 791.83 during the day.",
        "high 840.82 USD, low 791.83 USD"
    )]
    // Distances, volumes, targets.
    [InlineData("Nvidia trades 9.04% lower than its most recent low.", "")]
    [InlineData("Nvidia stands 7.43% off that high.", "")]
    [InlineData(
        "Nvidia closed at $123.70. Volume was 126,747,916 shares, a 54% decline compared to its average daily volume.",
        "close 123.7 USD"
    )]
    [InlineData(
        "A broker lifted its price objective on shares of Nvidia from $275.00 to $300.00.",
        ""
    )]
    [InlineData("Nvidia must close at or above $163.93 to keep that rank.", "")]
    // Closes among extremes, and closes before.
    [InlineData("Nvidia closed at an 8-year high of $33.75.", "close 33.75 USD")]
    [InlineData("Nvidia dropped to a closing low of $25.22.", "close 25.22 USD")]
    [InlineData("Nvidia closed near its high of $119.02.", "high 119.02 USD")]
    [InlineData(
        "Nvidia finished at $101.80, down from $110.42.",
        "close 101.8 USD, close 110.42 USD"
    )]
    [InlineData(
        "From Jan. 24's closing price of $142.62 Nvidia sank to $118.42 by the end of Jan. 27.",
        "close 142.62 USD, close 118.42 USD"
    )]
    // Moments.
    [InlineData(
        "Nvidia is trading down around 0.68% at $490.13.",
        "change -0.68 %, intraday 490.13 USD"
    )]
    [InlineData("Nvidia last traded at $115.37.", "intraday 115.37 USD")]
    [InlineData(
        "Nvidia is trading at $104.11, reflecting a 6.63% increase from the previous close.",
        "intraday 104.11 USD, intraday 6.63 %"
    )]
    [InlineData("The company's share price was $694.52.", "close 694.52 USD")]
    [InlineData(
        "Nvidia jumped 9% after the bell, extending a gain of 3.2% during the regular session.",
        "afterHours 9 %, change 3.2 %"
    )]
    // Spans.
    [InlineData("Nvidia has gained 809.58% since the first session of that year.", "")]
    [InlineData("Nvidia is up more than 1,700% since 2018.", "")]
    [InlineData("Nvidia surged this week. At noon on Thursday it was still up 8.5%.", "")]
    [InlineData(
        "Nvidia's 170% year-to-date return is the best of any company worth $200 billion.",
        "yearToDate 170 %"
    )]
    [InlineData("Nvidia saw a change of 20.13% in year-to-date performance.", "yearToDate 20.13 %")]
    [InlineData("Nvidia is up 30% this year, down from 54% in the summer.", "yearToDate 30 %")]
    [InlineData("Over the past five trading days Nvidia has declined by 11.16%.", "")]
    [InlineData("Nvidia has surged 2,500%.", "")]
    // Whose figure it is.
    [InlineData("Chipmakers, including Micron and Nvidia, dropped 4%.", "change -4 %")]
    [InlineData(
        "NVIDIA Corp. NVDA and Advanced Micro Devices Inc. AMD advanced 2.3% and 2.5%, respectively.",
        "change 2.3 %"
    )]
    [InlineData(
        "Nvidia fell. One of Nvidia's competitors, Advanced Micro Devices, slid too. The stock was down 6%.",
        ""
    )]
    [InlineData("Nvidia's high-flying stock fell 6%.", "change -6 %")]
    [InlineData("S&P 500\n5,815.03\n+34.98 (+0.61%)\nNvidia fell 6%.", "change -6 %")]
    [InlineData("Nvidia ended up 1.8%, at $3.97 trillion in market value.", "change 1.8 %")]
    [InlineData(
        "Date Open High Low Close Day move Notes\nNov 20 (Thu) 195.95 196.00 179.85 180.64 -3.1% a turn\nNvidia.",
        "open 195.95 USD, high 196 USD, low 179.85 USD, close 180.64 USD, change -3.1 %"
    )]
    [InlineData(
        "| Date | Open | Close | % Change |\n|---|---|---|---|\n| Apr 8, 2025 | $103.81 | $96.30 | -1.37% |\nNvidia.",
        "open 103.81 USD, close 96.3 USD, change -1.37 %"
    )]
    // Units that touch their numbers, noughts left out.
    [InlineData("Nvidia rose .9% and peaked at USD973.", "change 0.9 %, high 973 USD")]
    [InlineData("Nvidia's value fell to $2.79tn.", "")]
    // What is compared with, what has happened, whose hours.
    [InlineData(
        "Nvidia had its largest fall since May 31, 2023, when it lost 5.7%.",
        "change -5.7 %"
    )]
    [InlineData(
        "Hopes that it will lead have pushed Nvidia 182% higher so far in 2023.",
        "yearToDate 182 %"
    )]
    [InlineData(
        "Tariff relief spurred an 18.7% one-day surge in Nvidia's shares.",
        "change 18.7 %"
    )]
    [InlineData(
        "Nvidia in late trading drifted further to close at $105.39.",
        "afterHours 105.39 USD"
    )]
    [InlineData(
        "Nvidia rose 3.5% to $135.58 a share, a new record.",
        "change 3.5 %, close 135.58 USD"
    )]
    [InlineData("Nvidia led on Friday when its stock hit $135.58.", "intraday 135.58 USD")]
    [InlineData("In early September, Nvidia saw a one-day drop of over 9%.", "")]
    [InlineData("Nvidia (NVDA: NASDAQ) surged 5.01%.", "change 5.01 %")]
    [InlineData(
        "Nvidia slipped below its post-DeepSeek closing low of $116.66 on Feb. 3.",
        "close 116.66 USD"
    )]
    // German.
    [InlineData("Die Aktie von Nvida: Letzter Schlusskurs: 177,00 $.", "close 177 USD")]
    [InlineData(
        "Die Nvidia-Aktie fiel. Die Aktie des Unternehmens brach um 17 Prozent ein.",
        "change -17 %"
    )]
    [InlineData(
        "Die Nvidia-Aktie erholte sich von ihrem Tagestief von 116,70 Dollar bis Handelsschluss auf 118,42 Dollar.",
        "low 116.7 USD, close 118.42 USD"
    )]
    [InlineData(
        "Zum Ertönen der Startglocke stand die Nvidia-Aktie bei 696,59 Dollar.",
        "open 696.59 USD"
    )]
    public void Wording_OfAPage_IsRead(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));
}
