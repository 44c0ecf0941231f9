using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Quotes;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that Chinese counts from a price of an earlier time.</summary>
internal static class OldBases
{
    /// <summary>从4月的低点86.62美元反弹80%, 自4月低点86美元反弹至158美元,涨幅逾80%: counted from a price of an earlier time.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        // 从四月低点计算，股价反弹约70%
        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[figure.From].Start,
                clause.Tokens[figure.First].Start - clause.Tokens[figure.From].Start
            )
        );
        if (
            words.Contains("点计算", StringComparison.Ordinal)
            || words.Contains("点算起", StringComparison.Ordinal)
            || words.Contains("点起算", StringComparison.Ordinal)
        )
        {
            return true;
        }

        for (var at = figure.Place - 1; at >= Math.Max(0, figure.Place - 2); at--)
        {
            var other = clause.Figures[at];
            if (other.Unit is not (FigureUnit.Dollar or FigureUnit.Bare))
            {
                return false;
            }

            if (PriceBases.Is(clause, at) && IsOld(clause, other))
            {
                return !clause
                    .Tokens[other.Last..figure.First]
                    .Exists(t => t.IsStop || t.Is(Sense.Close | Sense.Weekday | Sense.SameDay));
            }
        }

        return false;
    }

    private static bool IsOld(Clause clause, Figure figure) =>
        clause.Text[clause.Tokens[figure.From].Start] >= '\u2e80'
        && clause
            .Tokens[figure.From..figure.First]
            .Exists(t =>
                t.Is(
                    Sense.High
                        | Sense.Low
                        | Sense.LongSpan
                        | Sense.FromPeak
                        | Sense.MonthMark
                        | Sense.YearMark
                        | Sense.Ytd
                        | Sense.Period
                )
            );
}
