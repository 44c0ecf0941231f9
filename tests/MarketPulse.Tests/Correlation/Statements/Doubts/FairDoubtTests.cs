using System.Globalization;
using MarketPulse.Tests.Announcements.Statements;
using static MarketPulse.Tests.Correlation.Statements.Checked;

namespace MarketPulse.Tests.Correlation.Statements.Doubts;

/// <summary>Figures that don't fit the day taken for theirs, but that may be of a moment, a session nearby or the one before; the sentences are the project's own.</summary>
public class FairDoubtTests
{
    [Theory]
    // Tuesday the 18th fell 3.43%, Wednesday rose.
    [InlineData("Nvidia fell 3.4% on Wednesday.", "2025-03-19", "change -3.4 - CannotCheck")]
    [InlineData(
        "Nvidia fell 2.1% on Wednesday.",
        "2025-03-20",
        "change -2.1 2025-03-19 Contradicted"
    )]
    // A text of the very day may tell of a moment; one of the next day, or a close, may not.
    [InlineData("Nvidia slid 4% on Tuesday.", "2025-03-18", "change -4 - CannotCheck")]
    [InlineData("Nvidia slid 4% on Tuesday.", "2025-03-19", "change -4 2025-03-18 Contradicted")]
    [InlineData(
        "Nvidia closed 4.0% lower on Tuesday.",
        "2025-03-18",
        "change -4 2025-03-18 Contradicted"
    )]
    // Whole dollars may be cents left out.
    [InlineData(
        "Nvidia traded as high as $502 on Aug. 24, 2023.",
        "2023-08-25",
        "high 502 2023-08-24 CannotCheck"
    )]
    [InlineData(
        "Nvidia traded as high as $504 on Aug. 24, 2023.",
        "2023-08-25",
        "high 504 2023-08-24 Contradicted"
    )]
    // A whole year so far that some session nearby had on its way.
    [InlineData(
        "Nvidia closed at $138.07 on Monday. It is up 173% this year.",
        "2024-10-15",
        "close 138.07 2024-10-14 Confirmed, yearToDate 173 - CannotCheck"
    )]
    // From the day's low rather than from the close before; further than the day went at all it is wrong.
    [InlineData(
        "Nvidia had an intraday rally of 13% on August 5, 2024.",
        "2024-08-06",
        "intraday 13 2024-08-05 CannotCheck"
    )]
    // Yesterday, in a text whose date is of another zone.
    [InlineData(
        "Nvidia slid to $115.50 by lunchtime in New York yesterday.",
        "2025-03-18",
        "intraday 115.5 - CannotCheck"
    )]
    // The page's own quote beside what the text tells.
    [InlineData(
        "Shares of Nvidia (NVDA -10.01%) closed down 3.4% on Tuesday.",
        "2025-03-19",
        "change -10.01 - CannotCheck, change -3.4 2025-03-18 Confirmed"
    )]
    // A moment's price, and the change that goes with it.
    [InlineData(
        "On November 5, 2024 Nvidia rose 2.9% to $139.93.",
        "2024-11-06",
        "change 2.9 2024-11-05 CannotCheck, close 139.93 2024-11-05 CannotCheck"
    )]
    // An extreme so far, in a text of the very day that tells no close.
    [InlineData(
        "Nvidia is at about $116.90, with an intraday high of $118.90.",
        "2025-03-18",
        "intraday 116.9 2025-03-18 CannotCheck, high 118.9 - CannotCheck"
    )]
    [InlineData(
        "Nvidia had an intraday high of $118.90 on Tuesday.",
        "2025-03-19",
        "high 118.9 2025-03-18 Contradicted"
    )]
    // Of a relative clause, not of the sentence.
    [InlineData(
        "Nvidia stock, which closed at a record Monday, ended down 3.4%.",
        "2025-03-18",
        "change -3.4 2025-03-18 Confirmed"
    )]
    // With dividends reinvested.
    [InlineData(
        "On March 7, 2024 Nvidia was up 87.14% this year.",
        "2024-03-08",
        "yearToDate 87.14 2024-03-07 ConfirmedOnAnotherBase"
    )]
    // A day right before its price.
    [InlineData(
        "Nvidia closed at $132.89 on Tuesday, its highest close since July 10 at $134.91.",
        "2024-10-09",
        "close 132.89 2024-10-08 Confirmed, close 134.91 2024-07-10 Confirmed"
    )]
    // Late on a day is after its close.
    [InlineData(
        "Nvidia closed at $822.79 on Friday. The stock increased by 4% following a rival's forecast late on Thursday.",
        "2024-03-03",
        "close 822.79 2024-03-01 Confirmed, change 4 2024-03-01 Confirmed"
    )]
    // Days that only say what came before, or that belong to the move.
    [InlineData(
        "Nvidia popped before its report on Feb. 26 and fell 8.5% the following session.",
        "2025-03-07",
        "change -8.5 2025-02-27 Confirmed"
    )]
    [InlineData(
        "Nvidia was edging up early Wednesday, to recover from Tuesday's 3.4% decline.",
        "2025-03-19",
        "change -3.4 2025-03-18 Confirmed"
    )]
    [InlineData(
        "Nvidia is up 116% so far in 2023 and is due to report on May 24.",
        "2023-05-19",
        "yearToDate 116 2023-05-19 CannotCheck"
    )]
    [InlineData(
        "英伟达股价在1月6号创新高，紧接着7号就下跌6.2%。",
        "2025-02-14",
        "change -6.2 2025-01-07 Confirmed"
    )]
    public void Figure_OffItsDay_IsToldWrongOnlyWhereNoOtherReadingFits(
        string text,
        string published,
        string expected
    ) => Assert.Equal(expected, Told(Check(text, published)));

    [Fact]
    public void Change_PublishedBeforeTheSession_CannotBeOfIt() =>
        Assert.Equal(
            "change -2 - CannotCheck",
            Told(
                Check(
                    Texts.Article("Nvidia fell 2% on Tuesday.") with
                    {
                        PublishedAt = DateTimeOffset.Parse(
                            "2025-03-18T08:00Z",
                            CultureInfo.InvariantCulture
                        ),
                    }
                )
            )
        );

    [Theory]
    // After hours, after results that were told at the close.
    [InlineData(
        "Nvidia shares are down 3.8% to $125.10.",
        "2025-02-26T22:10Z",
        "change -3.8 - CannotCheck, intraday 125.1 - CannotCheck"
    )]
    // A slip of the day's own figure.
    [InlineData("Nvidia fell 3.5%.", "2025-03-18T21:00Z", "change -3.5 2025-03-18 Contradicted")]
    // Today's session, not the day of the results before it.
    [InlineData(
        "Despite results on Wednesday evening, Nvidia popped as much as 6% in today's session.",
        "2025-05-29T16:46Z",
        "intraday 6 2025-05-29 CannotCheck"
    )]
    public void Figure_OfAnInstant_IsHeldAgainstTheHoursThen(
        string text,
        string instant,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Told(
                Check(
                    Texts.Article(text) with
                    {
                        PublishedAt = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
                    }
                )
            )
        );
}
