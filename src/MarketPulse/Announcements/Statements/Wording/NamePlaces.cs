namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells what part a name plays in its sentence: its subject, an aside's, or only the field that something leads.</summary>
internal static class NamePlaces
{
    /// <summary>"Nvidia, the best performer in the Dow, rose 3%": an index that something is the first or worst of.</summary>
    public static bool IsField(Clause clause, int at)
    {
        if (clause.Tokens[at].Symbol != Subjects.Broad || at < 2)
        {
            return false;
        }

        if (
            at + 1 < clause.Tokens.Count
            && clause.Text[clause.Tokens[at + 1].Start] is '成'
            && clause.Tokens[..at].Exists(t => t.Symbol is not (null or Subjects.Broad))
        )
        {
            // 英伟达是标普500成份股中表现较差的
            return true;
        }

        var within =
            clause.Tokens[at - 1].Is(Sense.In)
            || (clause.Tokens[at - 2].Is(Sense.In) && clause.Tokens[at - 1].Sort == TokenSort.Word);
        return within
            && clause
                .Tokens[Math.Max(0, at - 9)..at]
                .Exists(t =>
                    t.Is(Sense.Superlative)
                    || (
                        t.Is(Sense.Ytd)
                        && clause.Word(t).EndsWith("performer", StringComparison.OrdinalIgnoreCase)
                    )
                )
            && clause.Tokens[..at].Exists(t => t.Symbol is not (null or Subjects.Broad));
    }

    /// <summary>"(NVDA: NASDAQ)", "its post-DeepSeek low", "a bigger gain than Nvidia": a name that is nobody's subject.</summary>
    public static bool IsLabel(Clause clause, int at)
    {
        var tokens = clause.Tokens;
        if (at < 1)
        {
            return false;
        }

        var before = clause.Word(at - 1);
        return before is "than"
            || (before is "-" && tokens[at - 1].End == tokens[at].Start)
            || (
                tokens[at].Symbol == Subjects.Broad
                && before is ":"
                && at + 1 < tokens.Count
                && clause.Text[tokens[at + 1].Start] == ')'
            );
    }

    private static readonly HashSet<string> Overtaking = new(StringComparer.Ordinal)
    {
        "passing",
        "overtaking",
        "surpassing",
        "topping",
        "eclipsing",
        "toppling",
        "dethroning",
        "replacing",
        "leapfrogging",
        "unseating",
        "passed",
        "overtook",
        "surpassed",
        "eclipsed",
        "toppled",
        "dethroned",
        "leapfrogged",
        "unseated",
        "displacing",
        "displaced",
        "dislodging",
        "knocking",
        "knocked",
        "out",
        "past",
    };

    /// <summary>"Nvidia is the most valuable company, passing Microsoft as its stock hit $135.58": whom it passed isn't whose stock is told of.</summary>
    public static bool IsOvertaken(Clause clause, Token name)
    {
        var at = clause.PlaceOf(name) - 1;
        return at > 0
            && Overtaking.GetAlternateLookup<ReadOnlySpan<char>>().Contains(clause.Word(at));
    }

    private static readonly string[] Passed =
    [
        "超越",
        "超过",
        "取代",
        "击败",
        "赶超",
        "力压",
        "追平",
        "领先",
        "反超",
        "逼近",
        "挤下",
        "高于",
        "次于",
        "领跌",
        "领涨",
        "刷新",
        "打破",
        "改写",
        "跑赢",
        "跑输",
    ];

    /// <summary>市值超越微软，今年以来涨15%: whom it passed isn't whom the next part is of.</summary>
    public static bool IsPassed(Clause clause, Figure figure, int at)
    {
        var start = clause.Tokens[at].Start;
        var from = Math.Max(clause.Tokens[0].Start, start - 4);
        var words = PlainCharacters.Of(clause.Text.AsSpan(from, start - from)).TrimEnd('了');
        return Array.Exists(Passed, p => words.EndsWith(p, StringComparison.Ordinal))
            && clause
                .Tokens[at..figure.First]
                .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] is ',' or '，');
    }

    /// <summary>As far as an aside reaches, in words.</summary>
    private const int Farthest = 30;

    /// <summary>"Nebius, in which Nvidia holds a stake, slipped": the name before the aside, where the verb follows its second comma.</summary>
    public static string? Head(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        var verb = figure.First - 1;
        while (verb > name && !FigureFinder.Parts(tokens[verb]))
        {
            verb--;
        }

        if (
            !clause.IsComma(verb)
            || verb + 1 >= figure.First
            || !tokens[verb + 1].Is(Sense.Up | Sense.Down | Sense.Close | Sense.Open | Sense.Moment)
        )
        {
            return null;
        }

        for (var i = name - 1; i > 0 && i > name - Farthest; i--)
        {
            // "Nvidia, which announced a $100 billion tie-up with OpenAI, rose": figures of the aside part nothing.
            if (
                clause.IsComma(i)
                && tokens[i - 1].IsName
                && clause.Word(i + 1) is "which" or "who" or "whose"
            )
            {
                return tokens[i - 1].Symbol;
            }

            if (tokens[i].IsStop)
            {
                break;
            }
        }

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
