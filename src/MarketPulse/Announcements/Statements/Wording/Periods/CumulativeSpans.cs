using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells sums of Chinese that are no day's.</summary>
internal static class CumulativeSpans
{
    /// <summary>No word further off tells the span of a sum.</summary>
    private const int Farthest = 30;

    /// <summary>累涨38.88%: added up over a span that stands further off, never a day's.</summary>
    public static Sense Of(Clause clause, Figure figure)
    {
        var cumulative = false;
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            cumulative |=
                i >= figure.From && i >= figure.First - 4 && clause.Text[token.Start] is '累';
            if (!cumulative && i < figure.From)
            {
                return Sense.None;
            }

            if (cumulative && token.Is(Sense.Ytd | Sense.Period) && !Comparisons.Are(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        return cumulative ? Sense.Period : Sense.None;
    }
}
