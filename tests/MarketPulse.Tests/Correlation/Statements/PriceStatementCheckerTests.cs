using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;
using MarketPulse.Tests.Announcements.Statements;
using static MarketPulse.Tests.Correlation.Statements.Checked;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Texts held against the bundled bars (NVDA from November 2022 to July 2025, as traded).</summary>
public class PriceStatementCheckerTests
{
    [Theory]
    // The day: by date, weekday, "yesterday", "today", none, in New York's and Beijing's days.
    [InlineData(
        "On March 18, 2025, Nvidia closed at $115.43, down 3.43%.",
        null,
        "close 115.43 2025-03-18 Confirmed, change -3.43 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia closed at $115.43 on Tuesday.",
        "2025-03-19",
        "close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData("Nvidia lost 3.43% yesterday.", "2025-03-19", "change -3.43 2025-03-18 Confirmed")]
    [InlineData(
        "Nvidia closed at $115.43 today.",
        "2025-03-18",
        "close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData("Nvidia closed at $115.43.", "2025-03-19", "close 115.43 2025-03-18 Confirmed")]
    [InlineData(
        "北京时间3月19日凌晨，英伟达收跌3.43%。",
        "2025-03-19",
        "change -3.43 2025-03-18 Confirmed"
    )]
    [InlineData("3月19日，英伟达收跌3.43%。", "2025-03-19", "change -3.43 2025-03-18 Confirmed")]
    [InlineData(
        "当地时间3月18日，英伟达收跌3.43%。",
        "2025-03-20",
        "change -3.43 2025-03-18 Confirmed"
    )]
    [InlineData("隔夜英伟达收跌3.43%。", "2025-03-19", "change -3.43 2025-03-18 Confirmed")]
    [InlineData(
        "Nvidia ended at $115.43, down 3.43%.",
        null,
        "close 115.43 2025-03-18 Confirmed, change -3.43 2025-03-18 Confirmed"
    )]
    [InlineData("Nvidia ended at $115.43.", null, "close 115.43 - CannotCheck")]
    // Figures alone tell a day only where all of them fit one session, or the move is like no other.
    [InlineData(
        "Nvidia fell by 17%, closing at $118.58.",
        null,
        "change -17 2025-01-27 Confirmed, close 118.58 2025-01-27 Contradicted"
    )]
    [InlineData(
        "Nvidia fell by 5.6%, closing at $127.35.",
        null,
        "change -5.6 - CannotCheck, close 127.35 - CannotCheck"
    )]
    [InlineData(
        "After closing on Friday at $1,208.88, Nvidia opened today at $120.37 and ended at $121.79.",
        "2024-06-10",
        "close 1208.88 2024-06-07 Confirmed, open 120.37 2024-06-10 Confirmed, close 121.79 2024-06-10 Confirmed"
    )]
    [InlineData(
        "Nvidia had previously closed at $119.53 and opened at $118.00 on Tuesday.",
        "2025-03-19",
        "close 119.53 2025-03-17 Confirmed, open 118 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia's stock price sits at $115.43.",
        "2025-03-19",
        "intraday 115.43 - CannotCheck"
    )]
    [InlineData(
        "Am 18.03.2025 schloss die Nvidia-Aktie bei 115,43 Dollar.",
        null,
        "close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData("隔夜，英伟达跌超5%。", "2025-04-22", "change -5 2025-04-21 Contradicted")]
    [InlineData(
        "Nvidia is up 900% since the start of 2023.",
        "2025-03-19",
        "yearToDate 900 2025-03-19 CannotCheck"
    )]
    // A look back: "today" of another year, and a day counted from the one before.
    [InlineData(
        "一年前的今天，英伟达当日收跌3.43%，报115.43美元，而前一天收盘价还是119.53美元。",
        "2026-03-18",
        "change -3.43 2025-03-18 Confirmed, close 115.43 2025-03-18 Confirmed, close 119.53 2025-03-17 Confirmed"
    )]
    [InlineData(
        "Nvidia closed at $119.53 on March 17, 2025. A day later, on March 18, it closed at $115.43.",
        "2026-05-19",
        "close 119.53 2025-03-17 Confirmed, close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia closed at $1,224.40 on June 5, 2024. Adjusted for the split since, that is $122.44.",
        "2025-01-10",
        "close 1224.4 2024-06-05 Confirmed, close 122.44 2024-06-05 ConfirmedOnAnotherBase"
    )]
    // An announcement's day is not the price's.
    [InlineData(
        "4月15日盘后，英伟达宣布计提费用，股价单日暴跌近7%。",
        "2025-04-19",
        "afterHours -7 2025-04-15 CannotCheck"
    )]
    [InlineData(
        "4月15日，英伟达宣布计提费用，股价单日暴跌近7%。",
        "2025-04-19",
        "change -7 2025-04-16 Confirmed"
    )]
    // Precision as claimed.
    [InlineData("On March 18, 2025, Nvidia fell 3%.", null, "change -3 2025-03-18 Confirmed")]
    [InlineData(
        "On March 18, 2025, Nvidia fell 3.5%.",
        null,
        "change -3.5 2025-03-18 Contradicted"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia fell more than 3%.",
        null,
        "change -3 2025-03-18 Confirmed"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia fell more than 4%.",
        null,
        "change -4 2025-03-18 Contradicted"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia closed at about $115.",
        null,
        "close 115 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia fell by 17% on January 27, 2025, closing at $118.58.",
        null,
        "change -17 2025-01-27 Confirmed, close 118.58 2025-01-27 Contradicted"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia rose 3.43%.",
        null,
        "change 3.43 2025-03-18 Contradicted"
    )]
    [InlineData("On March 18, 2025, Nvidia fell $4.10.", null, "change -4.1 2025-03-18 Confirmed")]
    [InlineData(
        "On March 18, 2025, Nvidia traded between $114.54 and $119.02.",
        null,
        "low 114.54 2025-03-18 Confirmed, high 119.02 2025-03-18 Confirmed"
    )]
    // Other bases.
    [InlineData(
        "Nvidia closed at $1,224.40 on June 5, 2024.",
        null,
        "close 1224.4 2024-06-05 Confirmed"
    )]
    [InlineData(
        "Nvidia closed at $122.44 on June 5, 2024.",
        "2025-01-10",
        "close 122.44 2024-06-05 ConfirmedOnAnotherBase"
    )]
    [InlineData(
        "By March 18, 2025, Nvidia had lost 16.54% this year.",
        null,
        "yearToDate -16.54 2025-03-18 ConfirmedOnAnotherBase"
    )]
    [InlineData(
        "By March 18, 2025, Nvidia had lost 14.04% this year.",
        null,
        "yearToDate -14.04 2025-03-18 Confirmed"
    )]
    [InlineData(
        "By March 18, 2025, Nvidia had lost 20.1% this year.",
        null,
        "yearToDate -20.1 2025-03-18 Contradicted"
    )]
    // What daily bars can't tell.
    [InlineData(
        "On March 18, 2025, Nvidia rose 1% in after-hours trading.",
        null,
        "afterHours 1 2025-03-18 CannotCheck"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia fell as much as 4%.",
        null,
        "intraday -4 2025-03-18 CannotCheck"
    )]
    [InlineData(
        "On March 18, 2025, Nvidia fell as much as 9%.",
        null,
        "intraday -9 2025-03-18 Contradicted"
    )]
    [InlineData(
        "On March 18, 2026, Nvidia closed at $115.43.",
        null,
        "close 115.43 2026-03-18 CannotCheck"
    )]
    [InlineData(
        "On January 9, 2025, Nvidia closed at $140.11.",
        null,
        "close 140.11 2025-01-09 CannotCheck"
    )]
    [InlineData(
        "Nvidia closed at $77.77, down 1%.",
        "2025-03-19",
        "close 77.77 - CannotCheck, change -1 - CannotCheck"
    )]
    // Live pages: a moment that is the close to the cent, days compared with, pairs of days.
    [InlineData(
        "Nvidia last changed hands at $115.43 on Tuesday.",
        "2025-03-19",
        "close 115.43 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia had its worst day since Jan. 27, 2025, when it fell 16.97%.",
        "2025-04-04",
        "change -16.97 2025-01-27 Confirmed"
    )]
    [InlineData(
        "Nvidia fell 3.54% and 3.22% on Thursday and Friday.",
        "2024-06-22",
        "change -3.54 2024-06-20 Confirmed, change -3.22 2024-06-21 Confirmed"
    )]
    // What is far from the session's figure is another's; swapped digits are a slip.
    [InlineData("Nvidia rose 15% on Tuesday.", "2025-03-19", "change 15 - CannotCheck")]
    [InlineData("Nvidia rose 9.9% on Tuesday.", "2025-03-19", "change 9.9 2025-03-18 Contradicted")]
    [InlineData(
        "Nvidia opened a school. The stock rose 7% on Tuesday.",
        "2025-03-19",
        "change 7 - CannotCheck"
    )]
    [InlineData(
        "Nvidia fell 4.33% on Tuesday.",
        "2025-03-19",
        "change -4.33 2025-03-18 Contradicted"
    )]
    [InlineData(
        "Nvidia closed at $151.43 on March 18, 2025.",
        null,
        "close 151.43 2025-03-18 Contradicted"
    )]
    // Without any year, the days that the figures tell date the others, and none is called wrong by them alone.
    [InlineData(
        "On Sept. 3 Nvidia fell 9.53% to close at $108.00. It had lost 6.38% on Aug. 29.",
        null,
        "change -9.53 2024-09-03 Confirmed, close 108 2024-09-03 Confirmed, change -6.38 2024-08-29 Confirmed"
    )]
    public void Statement_HeldAgainstBars_HasItsVerdict(
        string text,
        string? published,
        string expected
    ) => Assert.Equal(expected, Told(Check(text, published)));

    [Fact]
    public void YearToDate_FromTheFirstClose_NamesItsBaseAndTheUsualFigure()
    {
        var checkedOne = Assert.Single(
            Check("截至3月18日，英伟达今年以来累跌16.54%。", "2025-03-19")
        );
        Assert.Equal(
            "from the close of 2025-01-02, not from 2024-12-31: −14.04 %",
            checkedOne.Base
        );
        Assert.Equal(-16.54, checkedOne.Actual!.Value, 2);
    }

    [Fact]
    public void Close_BeforeASplit_NamesTheBasis()
    {
        var checkedOne = Assert.Single(Check("Nvidia closed at $1,224.40 on June 5, 2024.", null));
        Assert.Equal("as traded, before the 10-for-1 split of 2024-06-10", checkedOne.Base);
    }

    [Fact]
    public void AdjustedBars_WithoutTheirSplits_GiveTheSameVerdict()
    {
        var adjusted = new PriceSeries(
            "NVDA",
            LabelledArticle
                .Bundled["NVDA"]
                .Bars.Select(b =>
                {
                    var factor = b.Session < new DateOnly(2024, 6, 10) ? 0.1 : 1;
                    return new DailyPrice(
                        b.Session,
                        b.Open * factor,
                        b.High * factor,
                        b.Low * factor,
                        b.Close * factor,
                        b.Volume
                    );
                })
        );
        var article = Texts.Article("Nvidia closed at $1,224.40 on June 5, 2024, up 5.16%.");
        var verdicts = PriceStatementChecker.CheckAll(
            PriceStatementReader.Read(article, Texts.Watched),
            article,
            new Dictionary<string, PriceSeries> { ["NVDA"] = adjusted }
        );
        Assert.All(verdicts, v => Assert.Equal(StatementVerdict.Confirmed, v.Verdict));
    }

    [Fact]
    public void Symbol_WithoutPrices_CannotBeChecked()
    {
        var article = Texts.Article("Nvidia closed at $115.43 on March 18, 2025.");
        var verdict = Assert.Single(
            PriceStatementChecker.CheckAll(
                PriceStatementReader.Read(article, Texts.Watched),
                article,
                new Dictionary<string, PriceSeries>()
            )
        );
        Assert.Equal(StatementVerdict.CannotCheck, verdict.Verdict);
        Assert.Equal("There are no prices of NVDA.", verdict.Reason);
    }

    [Fact]
    public void Verdict_HasAReason()
    {
        Assert.All(
            Check(
                "Nvidia closed at $115.43 on Tuesday, down 5%, and rose 1% after hours.",
                "2025-03-19"
            ),
            v => Assert.NotEmpty(v.Reason)
        );
    }
}
