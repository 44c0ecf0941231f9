using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells what a high or low beside a figure is of: the session, or its closes.</summary>
internal static class ExtremeMarks
{
    /// <summary>"The lowest price hitting 791.83 during the day": the extreme that the figure was led in by.</summary>
    public static PriceField? LedInBy(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 4); i--)
        {
            if (clause.Tokens[i].Is(Sense.High | Sense.Low) && !clause.Tokens[i].Is(Sense.Intraday))
            {
                return clause.Tokens[i].Is(Sense.High) ? PriceField.High : PriceField.Low;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"Closed at an 8-year high of $33.75", "its lowest end-of-day share price": an extreme among closes; "closed near its high of" isn't.</summary>
    public static bool AreOfCloses(Clause clause, Figure figure, Token extreme)
    {
        var at = clause.PlaceOf(extreme);
        for (var i = at - 1; i >= Math.Max(figure.From, at - 6); i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Close))
            {
                return true;
            }

            if (
                token is { IsNumber: true, Decimals: > 0 }
                || FigureFinder.Parts(token)
                || token.Is(
                    Sense.From | Sense.Nearly | Sense.LessThan | Sense.MoreThan | Sense.FromPeak
                )
                || clause.Word(token) is "near" or "off"
            )
            {
                break;
            }
        }

        return extreme.Start > clause.Tokens[figure.First].Start
            && at + 1 < clause.Tokens.Count
            && clause.Tokens[at + 1].Is(Sense.Close);
    }
}
