using FsCheck.Xunit;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>What is found in a text, one trait a line.</summary>
public class PriceStatementReaderTests
{
    [Theory]
    [InlineData(
        "Nvidia is the year's best performer in the S&P 500 with a 223% advance.",
        "yearToDate 223 %"
    )]
    [InlineData("Nvidia remains 15% below where it started 2025.", "yearToDate -15 %")]
    [InlineData("Nvidia's 2024 gain of 171% was large.", "yearToDate 171 %")]
    [InlineData(
        "Nvidia has gained 77% this year and SMH is up 26%.",
        "yearToDate 77 %, SMH yearToDate 26 %"
    )]
    [InlineData("英伟达累涨38.88%。", "")]
    [InlineData("Nvidia has a year-to-date gain of 98%.", "yearToDate 98 %")]
    [InlineData("Nvidia was 7.0% below where it finished 2024.", "yearToDate -7 %")]
    [InlineData("For the year Nvidia is ahead by 36.2%.", "yearToDate 36.2 %")]
    [InlineData(
        "Counting from the first session of January, Nvidia is up 26.6%.",
        "yearToDate 26.6 %"
    )]
    [InlineData(
        "AMD is up 51% this year. Nvidia gained 36% over the same span.",
        "yearToDate 36 %"
    )]
    [InlineData("Nvidia rose 5% in March. It gained 36% over the same span.", "")]
    [InlineData(
        "英伟达涨2%。AMD同日跌3%。该股自年初以来已累跌5.1%。",
        "change 2 %, yearToDate -5.1 %"
    )]
    [InlineData("英伟达年初以来累涨38.88%。", "yearToDate 38.88 %")]
    [InlineData("２０２３年英伟达股价上涨２３９％。", "yearToDate 239 %")]
    public void YearSoFar_InItsWordings_IsNoDaysChange(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData(
        "Nvidia rose as much as 5.1% to $974.00 in early trading.",
        "intraday 5.1 %, high 974 USD"
    )]
    [InlineData(
        "Nvidia opened at $195.95 and inched up to $196.00.",
        "open 195.95 USD, intraday 196 USD"
    )]
    [InlineData("Nvidia last changed hands at $1,208.88 at Friday's close.", "close 1208.88 USD")]
    [InlineData("Nvidia was changing hands for less than $190.", "")]
    [InlineData("Nvidia closed $37.17 below its 52-week high.", "")]
    [InlineData("Nvidia fell 51 cents to $133.50.", "change -0.51 USD, close 133.5 USD")]
    [InlineData("In after-hours trading, Nvidia at one point fell 2%.", "afterHours -2 %")]
    [InlineData("Nvidia slipped in late trading. The stock lost 2%.", "afterHours -2 %")]
    [InlineData("Nvidia reported after the bell. The stock lost 2%.", "change -2 %")]
    [InlineData(
        "Nvidia fell 3.43% to end Tuesday's trading at $115.43.",
        "change -3.43 %, close 115.43 USD"
    )]
    [InlineData("英伟达单日跌幅3.43%，较历史高点153.13美元回落。", "change -3.43 %")]
    [InlineData("英伟达盘前涨2%，盘中一度触及143.49美元。", "preMarket 2 %, intraday 143.49 USD")]
    [InlineData("輝達收紅2%，距離高點不遠。", "change 2 %")]
    [InlineData("英伟达以115.43美元收黑。", "close 115.43 USD")]
    [InlineData("英伟达该交易日的交易结束于104.49美元。", "close 104.49 USD")]
    [InlineData("英伟达跌幅收窄至3.4%。", "change -3.4 %")]
    [InlineData("英伟达连续第二日下跌，跌3.4%。", "change -3.4 %")]
    [InlineData("英伟达股票下跌4.10美元或3.43%。", "change -4.1 USD, change -3.43 %")]
    [InlineData("英伟达报999元人民币。", "")]
    [InlineData("英伟达公布第二财季业绩后股价盘后跌2%。", "afterHours -2 %")]
    [InlineData("Intel agreed to invest $1 billion in Nvidia at $6.01 a share.", "")]
    [InlineData(
        "Nvidia climbed from a low of $86.62 on April 7 to a peak of $212.19 on Oct. 29.",
        "low 86.62 USD, high 212.19 USD"
    )]
    [InlineData("輝達早盤一度衝上974.00美元，漲幅逾5%。", "intraday 974 USD, intraday 5 %")]
    [InlineData("Nvidia fell 4.9%. The Direxion Semiconductor Bull ETF lost 12%.", "change -4.9 %")]
    [InlineData("工业富联(601138.SH)收报21.35元。", "")]
    public void Words_BesideAFigure_SayWhichFigureItIs(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("3%")]
    [InlineData("$1 ")]
    [InlineData("NVDA 3% ")]
    [InlineData("跌3%")]
    [InlineData("Nvidia and AMD, 3% on Monday ")]
    public void Reading_OfTwiceTheText_TakesTwiceTheMemory(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 12_000 / piece.Length));
        Texts.Read(text);
        Assert.InRange(Allocated(text + text), 0, 2.5 * Allocated(text));
    }

    [Fact]
    public void Sentences_OfATextWithoutAnyEnd_AreCut()
    {
        var text = new string('3', 100_000);
        Assert.All(
            Sentences.In(text, new TextSpan(0, text.Length)),
            s => Assert.InRange(s.Length, 1, 1501)
        );
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Texts.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Theory]
    [InlineData("Nvidia closed at $115.43, down 3.43%.", "close 115.43 USD, change -3.43 %")]
    [InlineData(
        "Nvidia fell $4.10, or 3.43%, to $115.43.",
        "change -4.1 USD, change -3.43 %, close 115.43 USD"
    )]
    [InlineData("Nvidia slid from $119.53 to $115.43.", "close 115.43 USD")]
    [InlineData("The day brought a drop of 3.43 percent for Nvidia shares.", "change -3.43 %")]
    [InlineData("Nvidia stock lost three per cent.", "change -3 %")]
    [InlineData("Nvidia settled 3.2% higher at $139.19.", "change 3.2 %, close 139.19 USD")]
    [InlineData(
        "Nvidia opened at $118.00 and finished at $115.43.",
        "open 118 USD, close 115.43 USD"
    )]
    [InlineData("Nvidia traded between $114.54 and $119.02.", "low 114.54 USD, high 119.02 USD")]
    [InlineData(
        "Nvidia hit a low of $114.54 after a session high of $119.02.",
        "low 114.54 USD, high 119.02 USD"
    )]
    [InlineData("Nvidia is down 16.54% this year.", "yearToDate -16.54 %")]
    [InlineData("Nvidia has lost 14% so far in 2025.", "yearToDate -14 %")]
    [InlineData(
        "Nvidia rose 2% to $120.10 in extended trading.",
        "afterHours 2 %, afterHours 120.1 USD"
    )]
    [InlineData("In premarket trading Nvidia slipped 1.2%.", "preMarket -1.2 %")]
    [InlineData(
        "Nvidia fell as much as 6% before closing down 3.43%.",
        "intraday -6 %, change -3.43 %"
    )]
    [InlineData("NVDA 115.43 -4.10 -3.43%", "close 115.43 USD, change -4.1 USD, change -3.43 %")]
    [InlineData(
        "Nvidia lost 3.43% while AMD gained 1.2% and the Nasdaq fell 1.71%.",
        "change -3.43 %"
    )]
    [InlineData(
        "AMD rose 2%. Its rival Nvidia fell 3.43%, to $115.43.",
        "change -3.43 %, close 115.43 USD"
    )]
    [InlineData("Nvidia and AMD fell 3.4% each.", "change -3.4 %")]
    [InlineData("SPY fell 1.08% and Nvidia 3.43%.", "SPY change -1.08 %, change -3.43 %")]
    [InlineData(
        "Die Nvidia-Aktie verlor 3,43 Prozent auf 115,43 Dollar.",
        "change -3.43 %, close 115.43 USD"
    )]
    [InlineData("Die Nvidia-Aktie schloss bei 1.224,40 Dollar.", "close 1224.4 USD")]
    [InlineData("英伟达收报115.43美元/股，较前一日下跌3.43%。", "close 115.43 USD, change -3.43 %")]
    [InlineData(
        "英伟达收报115.43好意思元，较前一日下落3.43%。",
        "close 115.43 USD, change -3.43 %"
    )]
    [InlineData("輝達終場上漲4.98%，收在201.03美元。", "change 4.98 %, close 201.03 USD")]
    [InlineData("英伟达盘前跌1%，昨日收涨2.5%。", "preMarket -1 %, change 2.5 %")]
    [InlineData("英伟达盘中一度大跌6%，最终收跌3.43%。", "intraday -6 %, change -3.43 %")]
    [InlineData("今年以来，英伟达累跌16.54%。", "yearToDate -16.54 %")]
    [InlineData("英伟达股价下跌百分之三点四三。", "change -3.43 %")]
    [InlineData("輝達重挫近一成七。", "change -17 %")]
    [InlineData(
        "AMD, Nvidia and Broadcom fell 0.9%, 3.43% and 1.2%, respectively.",
        "change -3.43 %"
    )]
    [InlineData("英伟达、AMD分别跌3.43%、0.9%。", "change -3.43 %")]
    [InlineData("Nvidia was quoted at $105.10 before Wednesday's open.", "preMarket 105.1 USD")]
    [InlineData("Nvidia added 1% after Tuesday's close.", "afterHours 1 %")]
    [InlineData("Nvidia slumped three and a half percent.", "change -3.5 %")]
    [InlineData("Die Nvidia-Aktie gab drei Prozent nach.", "change -3 %")]
    [InlineData(
        "Vorbörslich geht es für die Nvidia-Aktie um 0,7 Prozent nach oben.",
        "preMarket 0.7 %"
    )]
    [InlineData(
        "英伟达跌三点四三个百分点，报一百一十五点四三美元。",
        "change -3.43 %, close 115.43 USD"
    )]
    [InlineData(
        "At last check Nvidia was up 1.1% at $190.70.",
        "intraday 1.1 %, intraday 190.7 USD"
    )]
    [InlineData("As of 11:30 a.m. Nvidia shares were down 2.6%.", "intraday -2.6 %")]
    [InlineData("Nvidia's stock price sits at $115.43.", "intraday 115.43 USD")]
    [InlineData(
        "Nvidia spiked to $101.75 and closed at $97.64.",
        "high 101.75 USD, close 97.64 USD"
    )]
    [InlineData("Nvidia opened at an all-time high of $153.03.", "open 153.03 USD")]
    [InlineData(
        "From the opening price of $87.46 Nvidia rallied 11.6%.",
        "open 87.46 USD, change 11.6 %"
    )]
    [InlineData("Nvidia, AMD's main rival, fell 3.43%.", "change -3.43 %")]
    [InlineData("Nvidia had the best day of any S&P 500 member, surging 29.8%.", "change 29.8 %")]
    [InlineData("Nvidia has lost 14% since the start of 2025.", "yearToDate -14 %")]
    [InlineData(
        "特斯拉大跌11.41%，录得七连跌；英伟达跌7.14%，报141.21美元。",
        "change -7.14 %, close 141.21 USD"
    )]
    [InlineData(
        "Am 2. Juli schloss das Papier von Nvidia an der Nasdaq bei 157,25 Dollar (Aktie).",
        "close 157.25 USD"
    )]
    [InlineData("英伟达最低触及114.54美元，最高119.02美元。", "low 114.54 USD, high 119.02 USD")]
    public void Text_WithPrices_TellsThem(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("Nvidia revenue rose 78% to $39.3 billion.")]
    [InlineData("Nvidia shares could fall 10% to $100.")]
    [InlineData("Analysts raised their Nvidia price target to $175.")]
    [InlineData("Nvidia has a 52-week high of $153.13 and a low of $75.61.")]
    [InlineData("Nvidia is down 25% from its record high.")]
    [InlineData("Nvidia shares rose 9% for the week.")]
    [InlineData("Nvidia is worth $2.8 trillion, 5% of the index.")]
    [InlineData("AMD closed at $102.10, down 1.2%.")]
    [InlineData("The S&P 500 fell 1.07%.")]
    [InlineData("英伟达营收同比增长78%。")]
    [InlineData("纳指跌1.71%，道指跌0.62%。")]
    [InlineData("分析师称英伟达可能下跌10%。")]
    [InlineData("英伟达目标价175美元。")]
    [InlineData("Nvidia's revenue more than tripled, rising 207% to $1.21 billion.")]
    [InlineData("Nvidia's revenue came in at $2.0 billion, up 54%.")]
    [InlineData("Nvidia sees sales of $32.5 billion, plus or minus 2%.")]
    [InlineData("Nebius, in which Nvidia holds a stake, slipped 3.2%.")]
    [InlineData("Walmart, by contrast, rose 6.5%.")]
    [InlineData("Nvidia capped a quarter in which the shares soared 45.8%.")]
    [InlineData("Nvidia is up 1,500% over five years.")]
    [InlineData("")]
    [InlineData("$ % 3,,4..5 12.12.12.12 ))(( 百分之 点 成成 −")]
    public void Text_WithoutOwnPrices_TellsNone(string text) => Assert.Empty(Texts.Read(text));

    [Theory]
    [InlineData("Nvidia fell about 3%.", StatedBound.About)]
    [InlineData("Nvidia fell nearly 7%.", StatedBound.Nearly)]
    [InlineData("Nvidia fell more than 3%.", StatedBound.MoreThan)]
    [InlineData("英伟达跌超5%。", StatedBound.MoreThan)]
    [InlineData("英伟达跌近7%。", StatedBound.Nearly)]
    [InlineData("英伟达下跌3%左右。", StatedBound.About)]
    [InlineData("英伟达下跌5%以上。", StatedBound.MoreThan)]
    [InlineData("Nvidia fell 3.43%.", StatedBound.Exact)]
    public void Bound_InWords_IsKept(string text, StatedBound bound)
    {
        var statement = Assert.Single(Texts.Read(text));
        Assert.Equal(bound, statement.Bound);
        Assert.Equal(bound != StatedBound.Exact, statement.Approximate);
    }

    [Fact]
    public void Quote_IsTheStatementsOwnWords()
    {
        const string text = "On the day Nvidia closed at $115.43 in New York.";
        Assert.Equal("closed at $115.43", Assert.Single(Texts.Read(text)).Span.Of(text));
    }

    private static readonly string[] Pieces =
    [
        "Nvidia ",
        "英伟达",
        "closed ",
        "收报",
        "at ",
        "$",
        "115.43",
        "3.43",
        "%",
        "美元",
        ", ",
        "。",
        " fell ",
        "跌",
        "March 18",
        "3月18日",
        "周二",
        "(",
        ")",
        "-",
        "52-week ",
        "百分之",
        "三点四",
        "成",
        "一",
        "and ",
        "between ",
        "\n",
        "from ",
        "2025",
        "年",
        "…",
        "\ud83d",
        "respectively ",
        "AMD ",
        ".",
        "9,999,99",
        "as much as ",
    ];

    [Property(MaxTest = 500)]
    public void AnyText_OfItsOwnWords_NeverThrows_AndQuotesItself(int[] picks)
    {
        var text = string.Concat((picks ?? []).Select(p => Pieces[(int)((uint)p % Pieces.Length)]));
        Assert.All(Texts.Read(text), s => Assert.NotEmpty(s.Span.Of(text)));
    }

    [Property(MaxTest = 300)]
    public void AnyText_NeverThrows_AndQuotesItself(string text)
    {
        text ??= "";
        Assert.All(Texts.Read(text), s => Assert.NotEmpty(s.Span.Of(text)));
    }
}
