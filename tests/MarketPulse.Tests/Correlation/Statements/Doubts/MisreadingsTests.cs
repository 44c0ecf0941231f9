using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Correlation.Statements.Doubts;
using MarketPulse.Tests.Alerts;

namespace MarketPulse.Tests.Correlation.Statements.Doubts;

public class MisreadingsTests
{
    [Theory]
    [InlineData(115.43, true)] // The close to the last digit.
    [InlineData(115.44, false)]
    public void Of_AnOpenThatIsTheClose_IsDoubted(double open, bool doubted)
    {
        var stock = AlertContents.Keynote().Stock;
        var held = AlertContents
            .Statement(PriceField.Open, open, StatementVerdict.Contradicted, 118)
            .Held;
        Assert.Equal(doubted, new Misreadings(stock).Of(held, held.Session!.Value) is not null);
    }
}
