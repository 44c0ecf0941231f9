namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>One sentence, cut up: its words, the days it names, and its figures.</summary>
internal sealed record Clause(
    string Text,
    List<Token> Tokens,
    List<NamedDay> Days,
    List<Figure> Figures
)
{
    /// <summary>Whether names and figures are listed apart, in one order.</summary>
    public bool Respectively { get; } = Tokens.Exists(t => t.Is(Sense.Respectively));

    /// <summary>The days that figures may be of: "on the day" adds nothing where the sentence names the day.</summary>
    public List<NamedDay> Named { get; } = Absolute(Days);

    /// <summary>No word further off says anything of a figure.</summary>
    private const int Farthest = 60;

    public static Clause Of(string text, List<Token> tokens)
    {
        SessionEdges.Mark(text, tokens);
        LoneMarks.Mark(text, tokens);
        var days = DateReader.Read(text, tokens);
        return new(text, tokens, days, FigureFinder.Find(tokens, days));
    }

    /// <summary>The nearest token of a sense among a figure's own words, and how far it is; null where there is none.</summary>
    /// <remarks>Words behind a figure count as one further off than words before it, and a comma as three.</remarks>
    public (Token Token, int Distance, bool Before)? Nearest(Figure figure, Sense senses)
    {
        (Token, int, bool)? best = null;
        var distance = 0;
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            distance += Cost(Tokens[i]);
            if (Tokens[i].Is(senses))
            {
                best = (Tokens[i], distance, true);
                break;
            }
        }

        distance = 1;
        for (var i = figure.Last + 1; i < figure.To; i++)
        {
            distance += Cost(Tokens[i]);
            if (best is ({ }, var before, _) && distance >= before)
            {
                break;
            }

            if (Tokens[i].Is(senses))
            {
                return (Tokens[i], distance, false);
            }
        }

        return best;
    }

    /// <summary>Whether a token of a sense stands in the figure's own part of the sentence, no comma between.</summary>
    public bool HasBeside(Figure figure, Sense senses)
    {
        for (
            var i = figure.First - 1;
            i >= figure.From && Tokens[i].Sort != TokenSort.Break && !BeginsClause(i);
            i--
        )
        {
            if (Tokens[i].Is(senses))
            {
                return true;
            }
        }

        for (var i = figure.Last + 1; i < figure.To && !FigureFinder.Parts(Tokens[i]); i++)
        {
            if (Tokens[i].Is(senses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token of a sense stands before the figure in the same part of the sentence, other figures' words included.</summary>
    public bool HasBefore(Figure figure, Sense senses)
    {
        for (
            var i = figure.First - 1;
            i >= Math.Max(0, figure.First - Farthest) && !FigureFinder.Parts(Tokens[i]);
            i--
        )
        {
            if (Tokens[i].Is(senses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token right before a figure that says something, fillers and bounds passed over.</summary>
    public Token? Leading(Figure figure)
    {
        for (var i = figure.First - 1; i >= figure.From && i >= figure.First - 6; i--)
        {
            var token = Tokens[i];
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

    /// <summary>Where a token of the sentence stands in it.</summary>
    public int PlaceOf(Token token)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < token.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Whether nothing parts a figure from the next one ("fell 6% to $105.17").</summary>
    public bool Joined(int figure)
    {
        if (figure + 1 >= Figures.Count)
        {
            return false;
        }

        for (var i = Figures[figure].Last + 1; i < Figures[figure + 1].First; i++)
        {
            if (FigureFinder.Parts(Tokens[i]) && Text[Tokens[i].Start] != '(')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>", and shares were 0.7% higher", "but it fell": what stands before says nothing of what follows.</summary>
    private bool BeginsClause(int at) =>
        Tokens[at].Is(Sense.Separator)
        && Text[Tokens[at].Start..Tokens[at].End].ToLowerInvariant()
            is ", and"
                or "but"
                or "while"
                or "whereas"
                or "although"
                or "though"
                or "aber"
                or "doch"
                or "während"
                or "但"
                or "而"
                or "不过"
                or "不過"
                or "然而";

    private static List<NamedDay> Absolute(List<NamedDay> days)
    {
        var absolute = days.FindAll(d => d.Reference is { Sort: not DateReferenceSort.SameDay });
        return absolute.Count > 0 ? absolute : days.FindAll(d => d.Reference is not null);
    }

    private static int Cost(Token token) => token.Sort == TokenSort.Break ? 3 : 1;
}
