using System.Collections.Immutable;
using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Statements that share one day: those of one sentence about one symbol that name the same day.</summary>
/// <param name="Members">Their places among all statements.</param>
internal sealed record StatementGroup(ImmutableArray<(int Place, PriceStatement Statement)> Members)
{
    public PriceStatement First => Members[0].Statement;

    /// <summary>The groups in the order of the text.</summary>
    public static ImmutableArray<StatementGroup> Of(ImmutableArray<PriceStatement> statements) =>
        [
            .. statements
                .Select((statement, place) => (Place: place, Statement: statement))
                .GroupBy(s =>
                    (
                        s.Statement.Symbol,
                        s.Statement.Sentence,
                        s.Statement.When,
                        OfYear: s.Statement.Field == PriceField.YearToDate
                    )
                )
                .Select(g => new StatementGroup([.. g])),
        ];
}
