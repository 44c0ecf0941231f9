using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Asks what stands beside a figure in its part of the sentence.</summary>
internal static class ClauseWords
{
    /// <summary>No word further off says anything of a figure.</summary>
    private const int Farthest = 60;

    /// <summary>No bracket that is passed over holds more, in words.</summary>
    private const int LongestBracket = 12;

    /// <summary>Whether a token of a sense stands in the figure's own part of the sentence, no comma between.</summary>
    public static bool HasBeside(this Clause clause, Figure figure, Sense senses)
    {
        for (var i = figure.First - 1; i >= figure.From && !BeginsClause(clause, i); i--)
        {
            if (clause.Tokens[i].Is(senses))
            {
                return true;
            }

            if (clause.Tokens[i].Sort == TokenSort.Break && !IsLabel(clause, i))
            {
                i = Opened(clause, figure, i);
            }
        }

        for (var i = figure.Last + 1; i < figure.To && !FigureFinder.Parts(clause.Tokens[i]); i++)
        {
            if (clause.Tokens[i].Is(senses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token of a sense stands before the figure in the same part of the sentence, other figures' words included.</summary>
    public static bool HasBefore(this Clause clause, Figure figure, Sense senses)
    {
        for (
            var i = figure.First - 1;
            i >= Math.Max(0, figure.First - Farthest) && !FigureFinder.Parts(clause.Tokens[i]);
            i--
        )
        {
            if (clause.Tokens[i].Is(senses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token of a sense stands behind the figure in its own part of the sentence.</summary>
    public static bool HasAfter(this Clause clause, Figure figure, Sense senses)
    {
        for (var i = figure.Last + 1; i < figure.To && !FigureFinder.Parts(clause.Tokens[i]); i++)
        {
            if (clause.Tokens[i].Is(senses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token right before a figure that says something, fillers and bounds passed over.</summary>
    public static Token? Leading(this Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= figure.From && i >= figure.First - 6; i--)
        {
            var token = clause.Tokens[i];
            var passed =
                token.Is(
                    Sense.Filler
                        | Sense.About
                        | Sense.Nearly
                        | Sense.MoreThan
                        | Sense.LessThan
                        | Sense.PerShare
                        | Sense.Dollar
                        | Sense.Base
                        | Sense.SameDay
                )
                || token.Sort == TokenSort.Other
                || (token.Is(Sense.In) && !token.Is(Sense.To));
            if (!passed)
            {
                return token;
            }
        }

        return null;
    }

    /// <summary>"Steht derzeit (Stand Mittwoch, 19. Juni) bei": where the bracket opens that closes here; -1 where none does.</summary>
    private static int Opened(Clause clause, Figure figure, int closed)
    {
        if (clause.Text[clause.Tokens[closed].Start] is not (')' or '）'))
        {
            return -1;
        }

        for (var i = closed - 1; i >= Math.Max(figure.From, closed - LongestBracket); i--)
        {
            if (clause.Text[clause.Tokens[i].Start] is '(' or '（')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>當前價格：$170.62: a label's colon parts nothing.</summary>
    private static bool IsLabel(Clause clause, int at) =>
        clause.Text[clause.Tokens[at].Start] is ':' or '：'
        && at > 0
        && clause.Text[clause.Tokens[at - 1].Start] >= '\u2e80';

    /// <summary>", and shares were 0.7% higher", "but it fell": what stands before says nothing of what follows.</summary>
    private static bool BeginsClause(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.Separator)
        && clause.IsAny(
            at,
            ", and",
            "but",
            "while",
            "whereas",
            "although",
            "though",
            "aber",
            "doch",
            "während",
            "但",
            "而",
            "不过",
            "不過",
            "然而"
        );
}
