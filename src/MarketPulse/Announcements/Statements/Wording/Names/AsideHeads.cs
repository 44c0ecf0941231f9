using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells whom an aside that names another is about.</summary>
internal static class AsideHeads
{
    /// <summary>As far as an aside reaches, in words.</summary>
    private const int Farthest = 30;

    /// <summary>"Nebius, in which Nvidia holds a stake, slipped": the name before the aside, where the verb follows its second comma.</summary>
    public static string? Of(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        var verb = figure.First - 1;
        while (verb > name && !FigureFinder.Parts(tokens[verb]))
        {
            verb--;
        }

        if (!clause.IsComma(verb) || verb + 1 >= figure.First)
        {
            return null;
        }

        var moved = tokens[verb + 1]
            .Is(Sense.Up | Sense.Down | Sense.Close | Sense.Open | Sense.Moment);
        return moved || clause.Word(verb + 1) is "saw" or "has" or "had" or "have"
            ? OfRelative(clause, name) ?? (moved ? OfApposition(clause, figure, name, verb) : null)
            : null;
    }

    /// <summary>"Nvidia, which announced a $100 billion tie-up with OpenAI, rose": figures of the aside part nothing.</summary>
    public static string? OfRelative(Clause clause, int name)
    {
        var tokens = clause.Tokens;
        for (var i = name - 1; i > 0 && i > name - Farthest; i--)
        {
            if (clause.IsComma(i) && clause.Word(i + 1) is "which" or "who" or "whose")
            {
                // "Intel (INTC), which".
                var head = clause.Text[tokens[i - 1].Start] == ')' && i > 1 ? i - 2 : i - 1;
                if (tokens[head].IsName)
                {
                    return tokens[head].Symbol;
                }
            }

            if (tokens[i].IsStop)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>"Shares of CoreWeave, backed by Nvidia, jumped": where nothing else stands before the name in its part of the sentence.</summary>
    private static string? OfApposition(Clause clause, Figure figure, int name, int verb)
    {
        var tokens = clause.Tokens;
        for (var i = name - 1; i > figure.From; i--)
        {
            if (tokens[i].IsStop || tokens[i].IsNumber)
            {
                return null;
            }

            if (clause.IsComma(i) && i < name)
            {
                if (clause.Word(i + 1) is "including" or "such" or "like" or "led" or "among")
                {
                    // "Chipmakers, including Micron and Nvidia, dropped": those named did.
                    return null;
                }

                var head = tokens[i - 1];
                var first = FirstOfName(clause, figure, i - 1);
                var sole =
                    first <= figure.From
                    || FigureFinder.Parts(tokens[first - 1])
                    // "Shares of CoreWeave, backed by Nvidia, jumped".
                    || (
                        first > 1
                        && tokens[first - 1].Is(Sense.In)
                        && tokens[first - 2].Is(Sense.Share)
                    )
                    || tokens[first - 1].Is(Sense.Share)
                    // "Tokyo's SoftBank, which sold its Nvidia stake, gained": a relative clause has the name before it.
                    || clause.Word(i + 1) is "which" or "who";
                return !sole || clause.IsComma(name - 1) && i == name - 1 && name + 1 == verb ? null
                    : head.IsName ? head.Symbol
                    : head.Sort is TokenSort.Capitalised or TokenSort.Capitals ? Subjects.Unlisted
                    : null;
            }
        }

        return null;
    }

    /// <summary>Where a name of several words begins ("SoundHound AI").</summary>
    private static int FirstOfName(Clause clause, Figure figure, int last)
    {
        var first = last;
        while (
            first > figure.From
            && clause.Tokens[first - 1].Sort is TokenSort.Capitalised or TokenSort.Capitals
        )
        {
            first--;
        }

        return first;
    }
}
