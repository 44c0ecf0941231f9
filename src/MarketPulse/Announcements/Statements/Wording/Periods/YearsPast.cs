using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells changes that are said to be over "the past year", which a record can be counted over too.</summary>
internal static class YearsPast
{
    /// <summary>"Over the past year, shares have surged 44%", "climbed 21% over the past 12 months": no extreme's span here.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        for (var i = figure.From; i < figure.To; i++)
        {
            var token = clause.Tokens[i];
            var words = clause.Word(token);
            if (
                token.Is(Sense.LongSpan)
                && (
                    words.StartsWith("over the ", StringComparison.OrdinalIgnoreCase)
                    || words.StartsWith("in the ", StringComparison.OrdinalIgnoreCase)
                    || words.StartsWith("during the ", StringComparison.OrdinalIgnoreCase)
                )
                && !clause
                    .Tokens[Math.Min(i, figure.First)..Math.Max(i, figure.Last)]
                    .Exists(t => t.IsNumber && t.Start != figure.Token.Start)
                && !Comparisons.Are(clause, i)
                // "Is up 140% in 2024, and has tripled over the last 12 months".
                && !clause
                    .Tokens[Math.Min(i, figure.Last + 1)..i]
                    .Exists(t => t.IsAny(clause.Text, ", and"))
            )
            {
                return true;
            }
        }

        return false;
    }
}
