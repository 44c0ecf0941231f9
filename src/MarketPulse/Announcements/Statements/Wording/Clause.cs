using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Tokens;

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

    private int? _firstOfYear;

    /// <summary>Where the first change under the sentence's own heading of a year stands; -1 where it has none.</summary>
    public int FirstOfYear => _firstOfYear ??= YearHeadings.FirstUnder(this);

    private bool? _tellsClose;

    /// <summary>Whether the sentence tells of a close other than the one before.</summary>
    public bool TellsClose =>
        _tellsClose ??= Tokens.Exists(t => t.Is(Sense.Close) && !t.Is(Sense.Previous));

    private bool? _preliminary;

    /// <summary>标普500指数初步收涨0.3%，…，英伟达则跌0.4%: whether its closes are told before the last trades were counted.</summary>
    public bool IsPreliminary =>
        _preliminary ??=
            Tokens.Count > 0
            && Text.AsSpan(Tokens[0].Start, Tokens[^1].End - Tokens[0].Start)
                .Contains("初步收", StringComparison.Ordinal);

    /// <param name="earlier">The last day named before the sentence; null where none is.</param>
    public static Clause Of(string text, List<Token> tokens, DateReference? earlier = null)
    {
        Tickers.Mark(text, tokens);
        Rubrics.Mark(text, tokens);
        DayTimes.Mark(text, tokens);
        SessionEdges.Mark(text, tokens);
        LoneMarks.Mark(text, tokens);
        Reasons.Mark(text, tokens);
        AnnouncedHours.Mark(text, tokens);
        ClockTimes.Mark(text, tokens);
        var days = DateReader.Read(text, tokens);
        DayStretches.Mark(text, tokens, days);
        LookBacks.Fill(text, tokens, days, earlier);
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

    /// <summary>A token's words as they are written, without a copy of them.</summary>
    public ReadOnlySpan<char> Word(Token token) => token.Word(Text);

    /// <inheritdoc cref="Word(Token)"/>
    public ReadOnlySpan<char> Word(int at) => Tokens[at].Word(Text);

    /// <summary>Whether the words at a place are some of these, however they are capitalised.</summary>
    public bool IsAny(int at, params ReadOnlySpan<string> words) => Tokens[at].IsAny(Text, words);

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

    private static List<NamedDay> Absolute(List<NamedDay> days)
    {
        var absolute = days.FindAll(d => d.Reference is { Sort: not DateReferenceSort.SameDay });
        // 当日收跌9.28%,而前一天收盘价还是…: that day stays beside the day before it.
        return absolute.Exists(d => d.Reference!.Sort != DateReferenceSort.DayBefore)
            ? absolute
            : days.FindAll(d => d.Reference is not null);
    }

    private static int Cost(Token token) => token.Sort == TokenSort.Break ? 3 : 1;
}
