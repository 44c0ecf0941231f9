using MarketPulse.Alerts;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Tests.Alerts;

public class StoryClaimLineTests
{
    [Fact]
    public void All_OfADay_TellsTheWrongFirstThenTheOtherBaseThenTheRight()
    {
        var lines = StoryClaimLine.All(
            AlertContents.Statements,
            [AlertContents.Keynote().Announcements[0] with { Claims = [AlertContents.Spark] }],
            Wording.English
        );
        Assert.Equal(
            [
                "NVDA $120.00 at the close of 2025-03-18: contradicted, stored prices say $115.43",
                "NVDA −16.54 % this year to 2025-03-18: confirmed from the close of 2025-01-02, not from 2024-12-31: −14.04 %",
                "NVDA −3.43 % on 2025-03-18: confirmed",
                "DGX Spark: promised for May 2025",
            ],
            lines.Select(l => l.Text)
        );
    }

    [Fact]
    public void All_SentenceThatPromisesTwice_IsQuotedOnce()
    {
        var story = AlertContents.Keynote().Announcements[0] with
        {
            Claims = [AlertContents.Spark, AlertContents.Spark with { Subject = "DGX Station" }],
        };
        var quotes = StoryClaimLine.All([], [story], Wording.English).Select(l => l.Quote).ToList();
        Assert.Empty(quotes[0]);
        Assert.StartsWith("DGX Spark, the", quotes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_SaidTwiceOrTooOften_IsToldOnceAndCut()
    {
        var same = Enumerable.Repeat(AlertContents.Statements[0], 9);
        Assert.Single(StoryClaimLine.All(same, [], Wording.English));
        var many = Enumerable
            .Range(100, 9)
            .Select(value =>
                AlertContents.Statement(
                    PriceField.Close,
                    value,
                    StatementVerdict.Contradicted,
                    115.43
                )
            );
        Assert.Equal(StoryClaimLine.Most, StoryClaimLine.All(many, [], Wording.English).Length);
    }
}
