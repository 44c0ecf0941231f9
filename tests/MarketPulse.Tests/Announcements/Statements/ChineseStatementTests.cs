namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>What is found in Chinese texts, one trait a line.</summary>
public class ChineseStatementTests
{
    [Theory]
    [InlineData(
        "英偉達(dá)股價(jià)收漲(zhǎng)4.98%,報(bào)201.03美元。",
        "change 4.98 %, close 201.03 USD"
    )]
    [InlineData("英伟达(nvda)收报201.03美元。", "close 201.03 USD")]
    [InlineData("英伟达受关税影响下跌3.43%。", "change -3.43 %")]
    [InlineData("英伟达因AMD业绩拖累跌2%。", "change -2 %")]
    [InlineData("英伟达、博通跌超16%，台积电跌超13%。", "change -16 %")]
    [InlineData("英伟达、某某科技跌超4%。", "change -4 %")]
    [InlineData("下跌2.1%的微软仍领先英伟达。", "")]
    [InlineData("英伟达股价损失近17%。", "change -17 %")]
    [InlineData("英伟达跌幅达24.04美元。", "change -24.04 USD")]
    [InlineData("每股摊薄收益为1.97美元，英伟达涨2%。", "change 2 %")]
    [InlineData("英伟达营收280亿美元,上下增减2%。", "")]
    [InlineData("英伟达本周五上涨2%。", "change 2 %")]
    [InlineData("英伟达上周上涨9%，上个月大涨15%。", "")]
    [InlineData("英伟达20日涨幅7%。", "")]
    [InlineData("去年,英伟达股价一度飙升171%。", "")]
    [InlineData("过去12个月英伟达大涨222%。", "")]
    [InlineData("英伟达十月二十八日上涨百分之四点九八。", "change 4.98 %")]
    [InlineData("英伟达股价今年来涨逾百分之一七○。", "yearToDate 170 %")]
    public void Words_OfCopiedAndSpokenTexts_AreRead(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData(
        "英伟达盘中大涨5%,逆转下跌3.15%,收在180.64美元。",
        "intraday 5 %, change -3.15 %, close 180.64 USD"
    )]
    [InlineData("英伟达由涨5%转跌3.15%。", "change -3.15 %")]
    [InlineData("英伟达涨超5%后转跌逾3%。", "intraday 5 %, intraday -3 %")]
    [InlineData("英伟达收盘时涨幅回落至4.98%。", "change 4.98 %")]
    [InlineData("英伟达跌幅最深达4.2%，收盘跌3.4%。", "intraday -4.2 %, change -3.4 %")]
    [InlineData(
        "英伟达开盘涨5.06%,现涨1.2%,报188.7美元。",
        "open 5.06 %, intraday 1.2 %, intraday 188.7 USD"
    )]
    [InlineData("英伟达股价开高,涨2.62%。", "intraday 2.62 %")]
    [InlineData("英伟达盘中突破164.04美元。", "intraday 164.04 USD")]
    [InlineData(
        "英伟达盘中最高再涨5.18美元至140.76美元的日高,终场倒吐4.80美元,收130.78美元。",
        "high 140.76 USD, change -4.8 USD, close 130.78 USD"
    )]
    [InlineData("美股盘前，博通涨1%，英伟达涨2%。", "preMarket 2 %")]
    [InlineData(
        "5月30日美股盘前，英伟达市值突破万亿美元。截至发稿，该股上涨超过4%至406美元，只要收盘保持在405美元以上。",
        "preMarket 4 %, preMarket 406 USD"
    )]
    [InlineData(
        "美股周三盘前上涨。台积电涨2%。英伟达涨1.5%。周二英伟达收跌3.43%。",
        "preMarket 1.5 %, change -3.43 %"
    )]
    [InlineData("美股低开。英伟达下跌2.81%。", "intraday -2.81 %")]
    [InlineData("〈美股盘后〉费半涨2.7%。英伟达 (NVDA-US) 上涨 2.80%。", "change 2.8 %")]
    [InlineData(
        "〈美股早盘〉三大指数开低。英伟达跌1.2%，报117.5美元。",
        "intraday -1.2 %, intraday 117.5 USD"
    )]
    [InlineData("三大指数开盘涨跌不一，英伟达涨5%。", "intraday 5 %")]
    [InlineData("英伟达最新跌2.81%。", "intraday -2.81 %")]
    [InlineData("英伟达由涨转跌，最后跌了3.15%。", "change -3.15 %")]
    [InlineData("英伟达再创历史收盘新高，盘中一度冲上148.93美元。", "intraday 148.93 USD")]
    [InlineData("周四英伟达盘后一度涨6%，周二该股跌2.81%。", "afterHours 6 %, change -2.81 %")]
    [InlineData("现在英伟达股价1096美元。", "intraday 1096 USD")]
    [InlineData("截至撰写本文时，英伟达交易价格为396.03美元。", "intraday 396.03 USD")]
    [InlineData("英伟达股价134.29美元。", "close 134.29 USD")]
    [InlineData("英伟达183美元的收盘价较前一日少了近10美元。", "close 183 USD, change -10 USD")]
    [InlineData("10月14日，英伟达股价曾单日暴跌4.4%。", "change -4.4 %")]
    [InlineData(
        "英伟达涨超3%，创下823.94美元的历史新高，收于788.17美元。",
        "change 3 %, high 823.94 USD, close 788.17 USD"
    )]
    [InlineData("英偉達股價在盤后交易中攀升,一度漲幅超過6%。", "afterHours 6 %")]
    [InlineData("英伟达盘前继续上涨。在截稿时,该股上升0.44%。", "preMarket 0.44 %")]
    [InlineData("英伟达下跌1.88%，公司将于周三盘后公布财报。", "change -1.88 %")]
    [InlineData("本港时间1月20日\n【22:55】英伟达跌逾3%。", "intraday -3 %")]
    [InlineData("英伟达大涨3.5%，成为全球市值最高公司。", "change 3.5 %")]
    [InlineData(
        "英伟达收报154.31美元，再创收盘历史新高，日内最高触及154.45美元。",
        "close 154.31 USD, high 154.45 USD"
    )]
    [InlineData("台北時間晚間10時45分左右,英伟达漲幅2.5%。", "change 2.5 %")]
    [InlineData("英伟达股价台北時間晚間10時45分左右漲幅2.5%。", "intraday 2.5 %")]
    [InlineData(
        "英伟达周二盘前一度上涨2%，但涨幅收缩，降到0.8%。",
        "preMarket 2 %, preMarket 0.8 %"
    )]
    [InlineData("美股开盘之后，英伟达股价暴涨15%。", "intraday 15 %")]
    [InlineData("周三收跌2.1%的英伟达股价盘后巨震，先涨超2%。", "change -2.1 %, afterHours 2 %")]
    [InlineData("英伟达盘后股价震荡，最高上涨4%，最低下跌5%。", "afterHours 4 %, afterHours -5 %")]
    [InlineData("英伟达盘后由涨转跌，周四美股早盘，走低至565美元附近。", "intraday 565 USD")]
    [InlineData("英伟达在今年截至周一收盘的交易中仅上涨1.5%。", "yearToDate 1.5 %")]
    public void PartOfTheDay_IsTheNearestWords(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("英伟达供应商某某电子上涨5%。", "")]
    [InlineData("英伟达持股的初创公司股价大涨30%。", "")]
    [InlineData("英伟达收涨2%。联合能源公司股价下跌21%。", "change 2 %")]
    [InlineData("英伟达收涨2%。Moderna的股价暴跌20%。", "change 2 %")]
    [InlineData("英伟达领跌科技股，收盘跌3.43%，特斯拉跌5.34%。", "change -3.43 %")]
    [InlineData("英伟达占标普500指数权重8%，周二上涨4.98%。", "change 4.98 %")]
    [InlineData("英伟达 (NVDA-US)直接大涨3.51%。", "change 3.51 %")]
    [InlineData("英伟达是标普500成份股中表现较差的一只,跌3.4%。", "change -3.4 %")]
    [InlineData(
        "英伟达收涨4.33%，重新超越微软，今年以来涨幅约15%。",
        "change 4.33 %, yearToDate 15 %"
    )]
    [InlineData("亚马逊 (AMZN-US)、英伟达 (NVDA-US) 与特斯拉 (TSLA-US) 跌约2%。", "change -2 %")]
    [InlineData("英伟达、谷歌母公司 Alphabet 均跌逾4%。", "change -4 %")]
    [InlineData("英伟达（NVIDIA）、亚马逊、特斯拉跌幅也超过6%。", "change -6 %")]
    [InlineData("苹果与英伟达股价分别大涨超过12%和近16%。", "change 16 %")]
    [InlineData("Palantir和英伟达分别下跌5.2%和2.4%,相比于几倍的涨幅不算多。", "change -2.4 %")]
    [InlineData("NVIDIA(英伟达)(NVDA)最新收盘报190.53美元。", "close 190.53 USD")]
    [InlineData("英伟达周二在纳斯达克交易所的开盘价为112.25美元。", "open 112.25 USD")]
    [InlineData("英伟达周二在大型科技股中逆势上涨3%。", "change 3 %")]
    [InlineData("特斯拉和英伟达分别下跌超过9%。", "change -9 %")]
    [InlineData(
        "英伟达上涨3.14%，特斯拉上涨6%，今年以来这两只股票分别上涨181%和71%。",
        "change 3.14 %, yearToDate 181 %"
    )]
    [InlineData("南方两倍做多英伟达(07788.HK)涨1.6%。", "")]
    [InlineData("英伟达双倍做多ETF涨3%。", "")]
    [InlineData(
        "英伟达收涨1.66%，跌幅刷新Meta之前创下的纪录，收报106.21美元。",
        "change 1.66 %, close 106.21 USD"
    )]
    public void Subject_BesideOthers_IsTheOneMeant(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData(
        "英伟达收于201.03美元，市盈率为39.3，52周股价区间为75.61美元至212.19美元。",
        "close 201.03 USD"
    )]
    [InlineData("该股52周低点为75.61美元。", "")]
    [InlineData("英伟达较52周低点86.62美元高出132%。", "")]
    [InlineData("英伟达拆股前收盘价1208.88美元。", "close 1208.88 USD")]
    [InlineData("英伟达从4月的低点86.62美元反弹80%以上。", "")]
    [InlineData("这是英伟达自2020年3月16日下跌18%以来的最大跌幅。", "")]
    [InlineData("英伟达目标价由250美元大幅拉高到350美元。", "")]
    [InlineData("以每股约250美元的价格购买英伟达股票。", "")]
    [InlineData("机构给出的英伟达区间在1100~1300美元，隐含上涨空间15%。", "")]
    [InlineData("英伟达：\n| 保守情景 | $68.40 | -63.3% |", "")]
    [InlineData("拆股后，英伟达股价将降至每股104美元左右。", "")]
    [InlineData("11月17日至20日，英伟达分别收跌1.88%、2.81%、3.15%。", "")]
    [InlineData("英伟达股价在11月20日至21日期间下跌约9%，至178.88美元。", "close 178.88 USD")]
    [InlineData("英伟达距离212美元的历史高点已经跌去15%。", "")]
    [InlineData("英伟达涨超6%。A50期指涨0.1%。", "change 6 %")]
    [InlineData("英伟达十次财报后平均涨幅3.2%。", "")]
    [InlineData("英伟达盘中高低点相差逾100美元。", "")]
    [InlineData("英伟达目标价较现价有17%的上行空间。", "")]
    [InlineData("上次拆股，英伟达股价涨了200多美元。", "")]
    [InlineData("过去52周，英伟达股价最高为269.20美元，最低为157.37美元。", "")]
    [InlineData("英伟达第三财季展望不佳，于是16日股价暴跌18%。", "change -18 %")]
    [InlineData("英伟达连续三天下跌，3月18日跌3.43%。", "change -3.43 %")]
    [InlineData("英伟达的200日均价约为89美元，也与8月5日的盘中低点汇合。", "")]
    [InlineData("英伟达周三收高3%，此前两日分别上涨2.8%和5%。", "change 3 %")]
    [InlineData("英伟达财报:营收570亿美元(+62%),净利润319亿美元(+65%)。", "")]
    [InlineData("英伟达营收预期从27亿美元下调至22亿美元,降幅大约19%。", "")]
    [InlineData("英伟达从四月低点计算，股价反弹约百分之七十。", "")]
    [InlineData("比特币与英伟达股票的相关性飙升至0.68。", "")]
    [InlineData("英伟达收盘价较前一日少了近10美元。", "change -10 USD")]
    [InlineData("2025 年以来，英伟达股价已成长超过50%。", "yearToDate 50 %")]
    public void Figures_OfNoSession_AreNotTold(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("英伟达：最新价115.43,涨跌幅-3.43%。", "close 115.43 USD, change -3.43 %")]
    [InlineData("英伟达\n当前价格：$115.43", "close 115.43 USD")]
    [InlineData("英伟达股价：180.64美元，日跌幅：3.15%。", "close 180.64 USD, change -3.15 %")]
    [InlineData(
        "名称 最新价 涨跌额 涨跌幅\n英伟达 171.37 0.67 0.39%\n苹果 210.16 1.05 0.50%",
        "close 171.37 USD, change 0.67 USD, change 0.39 %"
    )]
    [InlineData(
        "| 公司 | 收盘价（美元） | 涨跌幅 | 年初至今 |\n|---|---|---|---|\n| 苹果 | 210.16 | 0.50% | -16% |\n| 英伟达 | 171.37 | 0.39% | 27.6% |",
        "close 171.37 USD, change 0.39 %, yearToDate 27.6 %"
    )]
    [InlineData(
        "市场等待联准会官员谈话，科技股今天普遍走低，英\n伟达股价重挫3.43%，收在115.43美元，特斯拉跌\n5.34%，英伟达盘中一度触及的低点是114.54美\n元，投资人观望。",
        "change -3.43 %, close 115.43 USD, low 114.54 USD"
    )]
    [InlineData(
        "英伟达\n$115.43 -4.10 (-3.43%)",
        "close 115.43 USD, change -4.1 USD, change -3.43 %"
    )]
    public void Page_OfQuotes_IsRead(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));

    [Theory]
    [InlineData("Die Nvidia-Aktie stieg im Xetra-Handel um 1,4 Prozent auf 158,32 Euro.", "")]
    [InlineData(
        "Die Nvidia-Aktie schloss 5,0 Prozent höher bei 201,03 Dollar (172,50 Euro).",
        "change 5 %, close 201.03 USD"
    )]
    [InlineData("Das 52-Wochen-Tief der Nvidia-Aktie liegt bei 75,61 Dollar.", "")]
    [InlineData(
        "Nach Kursgewinnen von zeitweise fünf Prozent schloss die Nvidia-Aktie 3,2 Prozent tiefer.",
        "intraday 5 %, change -3.2 %"
    )]
    [InlineData("Zur Startglocke stand die Nvidia-Aktie bei 193,05 Dollar.", "open 193.05 USD")]
    public void German_Venues_AndParts_AreRead(string text, string expected) =>
        Assert.Equal(expected, Texts.Told(Texts.Read(text)));
}
