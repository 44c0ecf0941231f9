using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells names of those that somebody else passed, whose stock isn't the one that is told of.</summary>
internal static class OvertakenNames
{
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
        "crushed",
        "crushing",
        "trounced",
        "outshone",
        "lapped",
        "beating",
    };

    /// <summary>"Nvidia is the most valuable company, passing Microsoft as its stock hit $135.58": whom it passed isn't whose stock is told of.</summary>
    public static bool Are(Clause clause, Token name)
    {
        var at = clause.PlaceOf(name) - 1;
        while (
            at > 0
            && (
                clause.Text[clause.Tokens[at].Start] == '('
                || clause.Tokens[at].Symbol == name.Symbol
            )
        )
        {
            // "Which had surpassed Apple (AAPL)".
            at--;
        }

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
    public static bool ArePassed(Clause clause, Figure figure, int at)
    {
        var start = clause.Tokens[at].Start;
        var from = Math.Max(clause.Tokens[0].Start, start - 4);
        var words = PlainCharacters.Of(clause.Text.AsSpan(from, start - from)).TrimEnd('了');
        return Array.Exists(Passed, p => words.EndsWith(p, StringComparison.Ordinal))
            && clause
                .Tokens[at..figure.First]
                .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] is ',' or '，');
    }
}
