using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Reads which way a change of the year so far went, where no verb beside it says so.</summary>
internal static class YearChanges
{
    /// <summary>"An 189.67% year-to-date (YTD) rally": the noun behind the span.</summary>
    public static Token? Noun(Clause clause, Figure figure)
    {
        var year = false;
        for (
            var i = figure.Last + 1;
            i < Math.Min(clause.Tokens.Count, figure.Last + 7) && !clause.Tokens[i].IsNumber;
            i++
        )
        {
            var token = clause.Tokens[i];
            if (year && token.Is(Sense.Up | Sense.Down))
            {
                return token;
            }

            year |= token.Is(Sense.Ytd);
            if (token.Is(Sense.Separator | Sense.And) || token.IsStop)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"rund 20 Prozent gewonnen, seit Jahresbeginn sind es 130 Prozent": the figure before went the same way.</summary>
    public static Token? Continued(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || !clause.HasBeside(figure, Sense.Ytd)
            || clause.Tokens[(before.Last + 1)..figure.First].Exists(t => t.IsName)
        )
        {
            return null;
        }

        return clause.Nearest(before, Sense.Up | Sense.Down) is { Distance: <= 12 } found
            ? found.Token
            : null;
    }

    /// <summary>"Saw a change of 20.13% in year-to-date performance": a gain, where no sign says otherwise.</summary>
    public static bool IsPerformance(Clause clause, Figure figure) =>
        clause.HasBeside(figure, Sense.Ytd)
        && (IsPerformanceOf(clause, figure) || IsPerformanceBehind(clause, figure));

    /// <summary>"170% year-to-date return".</summary>
    private static bool IsPerformanceBehind(Clause clause, Figure figure) =>
        figure.Last + 2 < clause.Tokens.Count
        && clause.Tokens[figure.Last + 1].Is(Sense.Ytd)
        && clause.Word(figure.Last + 2) is "return" or "performance" or "change";

    private static bool IsPerformanceOf(Clause clause, Figure figure) =>
        figure.First > figure.From + 1
        && clause.Word(figure.First - 1) is "of" or "to"
        && clause.Word(figure.First - 2) is "change" or "return" or "performance";
}
