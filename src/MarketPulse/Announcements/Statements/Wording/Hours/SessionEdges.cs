using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Reads "before Wednesday's open" and "after Tuesday's close" as the hours outside the session.</summary>
internal static class SessionEdges
{
    private const Sense Day = Sense.Weekday | Sense.Today | Sense.Yesterday | Sense.SameDay;

    /// <summary>Marks the first word of such a phrase, which then parts nothing, and takes the session's end from its last.</summary>
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var side = tokens[i].Word(text);
            var before =
                side.Equals("before", StringComparison.OrdinalIgnoreCase)
                || side.Equals("of", StringComparison.OrdinalIgnoreCase);
            var after =
                side.Equals("after", StringComparison.OrdinalIgnoreCase)
                || side.Equals("following", StringComparison.OrdinalIgnoreCase);
            if (
                side.Equals("at", StringComparison.OrdinalIgnoreCase)
                && tokens[i + 1].Is(Day)
                && tokens[i + 2].Word(text) is "open" or "opening"
            )
            {
                tokens[i + 2] = tokens[i + 2] with { Sort = TokenSort.Known, Sense = Sense.Open };
                continue;
            }

            if (side is "end" && EndOf(text, tokens, i) is var last and > 0)
            {
                tokens[last] = tokens[last] with { Sort = TokenSort.Known, Sense = Sense.Close };
                continue;
            }

            if (!tokens[i + 1].Is(Day) || !(before || after))
            {
                continue;
            }

            var edge = tokens[i + 2];
            if (before && side.Length == 2 && (i == 0 || !Ahead(text, tokens[i - 1])))
            {
                continue;
            }

            var word = edge.Word(text);
            if (
                before
                    ? edge.Is(Sense.Open) || word is "open" or "opening" or "bell"
                    : edge.Is(Sense.Close) || word is "bell"
            )
            {
                var part = before ? Sense.PreMarket : Sense.AfterHours;
                tokens[i] = tokens[i] with { Sort = TokenSort.Known, Sense = part };
                tokens[i + 2] = edge with { Sense = part };
            }
        }
    }

    /// <summary>"By the end of Wednesday's holiday-shortened trading session": where "session" stands; 0 where it doesn't.</summary>
    private static int EndOf(string text, List<Token> tokens, int end)
    {
        if (tokens[end + 1].Word(text) is not "of")
        {
            return 0;
        }

        var day = tokens[end + 2].Word(text) is "the" ? end + 3 : end + 2;
        if (day >= tokens.Count || !tokens[day].Is(Day))
        {
            return 0;
        }

        for (var i = day + 1; i < Math.Min(tokens.Count, day + 8); i++)
        {
            if (tokens[i].Word(text) is "session" or "trading")
            {
                return i;
            }

            if (FigureFinder.Parts(tokens[i]) && text[tokens[i].Start] != '-')
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool Ahead(string text, Token token) =>
        token.Word(text).Equals("ahead", StringComparison.OrdinalIgnoreCase);
}
