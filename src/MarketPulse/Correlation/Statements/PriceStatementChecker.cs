using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds what an article says about prices against stored bars.</summary>
public static class PriceStatementChecker
{
    /// <summary>One verdict a statement, in their order.</summary>
    /// <param name="article">For its dates: the dateline's, then the publication's.</param>
    /// <param name="prices">The bars by symbol; a symbol that is missing can't be checked.</param>
    public static ImmutableArray<CheckedStatement> CheckAll(
        ImmutableArray<PriceStatement> statements,
        Article article,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(prices);
        var days = new ArticleDays(article);
        var verdicts = new CheckedStatement[statements.Length];
        foreach (var groups in StatementGroup.Of(statements).GroupBy(g => g.First.Symbol))
        {
            if (prices.TryGetValue(groups.Key, out var series) && series.Count > 0)
            {
                new SymbolCheck(new SessionJudge(series), days).Run([.. groups], verdicts);
            }
            else
            {
                foreach (var (place, statement) in groups.SelectMany(g => g.Members))
                {
                    verdicts[place] = Unchecked(statement, $"There are no prices of {groups.Key}.");
                }
            }
        }

        return [.. verdicts];
    }

    internal static CheckedStatement Unchecked(PriceStatement statement, string reason) =>
        new(statement, null, StatementVerdict.CannotCheck, null, null, reason);
}
