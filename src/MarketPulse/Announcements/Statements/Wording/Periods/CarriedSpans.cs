using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells the span that a change shares with the one told before it.</summary>
internal static class CarriedSpans
{
    /// <summary>No opening that only names a span has more words.</summary>
    private const int OpeningWords = 5;

    /// <summary>"has gained 77% this year and the fund is up 26%": where things stand, over the span told before.</summary>
    public static Sense? Of(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1].Unit != FigureUnit.Percent
            || clause.Nearest(figure, Sense.Up | Sense.Down) is not { } found
            || !(
                IsCompared(clause, figure)
                || (
                    found.Before
                    && (found.Token.Is(Sense.Moment) || IsNounOfState(clause, figure, found.Token))
                )
            )
        )
        {
            return null;
        }

        var before = clause.Figures[at - 1];
        return
            (SpansBehind.Of(clause, before) ?? SpansBefore.Of(clause, before)) is { } span
            && (span & (Sense.Ytd | Sense.Period)) != 0
            ? span
            : null;
    }

    /// <summary>"Shares surged this week, jumping as much as 14.6%": how far the verb before, whose span stands at the comma, went.</summary>
    public static Sense? OfVerb(Clause clause, Figure figure)
    {
        var comma = figure.First - 1;
        while (comma > 1 && comma > figure.First - 6 && !clause.IsComma(comma))
        {
            comma--;
        }

        return
            comma > 1
            && clause.IsComma(comma)
            && clause.Tokens[comma + 1].Is(Sense.Up | Sense.Down)
            && clause.Word(comma + 1).EndsWith("ing", StringComparison.Ordinal)
            && SpanWords.Of(clause, comma - 1) is Sense.Period
            ? Sense.Period
            : null;
    }

    /// <summary>"Up 120% this year, outpacing Nvidia's gains of over 160%".</summary>
    private static bool IsCompared(Clause clause, Figure figure) =>
        clause
            .Tokens[(clause.Figures[figure.Place - 1].Last + 1)..figure.First]
            .Exists(t =>
                t.Is(Sense.Separator)
                && clause.Word(t)
                    is "outpacing"
                        or "outperforming"
                        or "underperforming"
                        or "compared"
            );

    /// <summary>"While the index has soared 40% over six months, Nvidia's gains were just 11%".</summary>
    private static bool IsNounOfState(Clause clause, Figure figure, Token noun) =>
        noun.IsAny(clause.Text, "gains", "gain", "losses", "loss", "advance", "decline", "return")
        && clause
            .Tokens[clause.PlaceOf(noun)..figure.First]
            .Exists(t => t.IsAny(clause.Text, "is", "are", "was", "were"));

    /// <summary>"During the same period, Marvell gained 68%, Micron 26%, and Nvidia rose 11.73%": the span that opens a list holds for all of it.</summary>
    public static Sense? Opened(Clause clause, Figure figure)
    {
        if (figure.Place < 1)
        {
            return null;
        }

        var comma = clause.Tokens.FindIndex(
            0,
            Math.Min(clause.Tokens.Count, OpeningWords + 1),
            t => t.Sort == TokenSort.Break
        );
        return
            comma > 0
            && !clause.Figures.Exists(f => f.Unit == FigureUnit.Dollar)
            && char.IsAsciiLetter(clause.Text[clause.Tokens[0].Start])
            && clause.Figures[0].First > comma
            && clause.Tokens[..comma].Exists(t => t.Is(Sense.Period))
            && !clause
                .Tokens[..figure.First]
                .Exists(t => t.Is(Sense.SameDay | Sense.Today | Sense.Weekday | Sense.Close))
            ? Sense.Period
            : null;
    }

    /// <summary>此前两日分别上涨2.8%和5%: the second is of no single day either.</summary>
    public static Sense? Listed(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || figure.First - before.Last != 2
            || !(
                clause.Tokens[before.Last + 1].Is(Sense.And)
                || clause.Text[clause.Tokens[before.Last + 1].Start] == '、'
            )
            || clause.Text[clause.Tokens[before.Last + 1].Start] < '\u2e80'
        )
        {
            return null;
        }

        return SpansBefore.Of(clause, before) is Sense.Period ? Sense.Period : null;
    }
}
