namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells what span of time a change is of.</summary>
internal static class Spans
{
    private const Sense Day = Sense.SameDay | Sense.Today | Sense.Weekday;

    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/> for any other longer span, or none for the day.</summary>
    /// <remarks>Words behind a figure are nearer than words before it, but a comma ends them.</remarks>
    public static Sense Of(Clause clause, Figure figure)
    {
        const Sense any = Sense.Ytd | Sense.Period | Day;
        for (var i = figure.Last + 1; i < figure.To; i++)
        {
            var token = clause.Tokens[i];
            if (i > figure.Last + 2 && token.Sort == TokenSort.Break)
            {
                break;
            }

            if (token.Is(any) && !IsComparison(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        var part = false;
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            part |= token.Is(Sense.PreMarket | Sense.AfterHours | Sense.Intraday | Sense.Close);
            if (part && token.Sort == TokenSort.Break)
            {
                break;
            }

            if (token.Is(any) && !IsComparison(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        return Sense.None;
    }

    /// <summary>"Its biggest drop this year": the span is the comparison's, not the change's.</summary>
    public static bool IsComparison(Clause clause, int at)
    {
        for (var i = at; i >= Math.Max(0, at - 5) && clause.Tokens[i].Sort != TokenSort.Break; i--)
        {
            if (clause.Tokens[i].Is(Sense.Superlative))
            {
                return true;
            }
        }

        for (
            var i = at;
            i < Math.Min(clause.Tokens.Count, at + 4) && clause.Tokens[i].Sort != TokenSort.Break;
            i++
        )
        {
            if (clause.Tokens[i].Is(Sense.Superlative))
            {
                return true;
            }
        }

        return false;
    }
}
