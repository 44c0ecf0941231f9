namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Finds a sentence's figures and shares its words out among them.</summary>
internal static class FigureFinder
{
    /// <summary>The figures in order; numbers of dates are none.</summary>
    public static List<Figure> Find(List<Token> tokens, List<NamedDay> days)
    {
        var figures = new List<Figure>();
        var day = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            while (day < days.Count && days[day].Last < i)
            {
                day++;
            }

            if (tokens[i].IsNumber && !(day < days.Count && days[day].First <= i))
            {
                var figure = FigureUnits.At(tokens, i);
                // A year alone ("so far in 2025") parts no words, nor does the count of a span ("over 5 years").
                if (
                    !FigureUnits.IsCount(tokens, figure)
                    && !FigureUnits.IsMonth(tokens, i)
                    && figure
                        is not {
                            Unit: FigureUnit.Bare,
                            Token: { Decimals: 0, Number: >= 1990 and <= 2100 }
                        }
                )
                {
                    // What one figure took as its unit isn't the next one's sign too.
                    figures.Add(
                        figures is [.., var last] && figure.First <= last.Last
                            ? figure with
                            {
                                First = i,
                            }
                            : figure
                    );
                }
            }
        }

        ShareUnits(tokens, figures);
        return Share(tokens, days, figures);
    }

    /// <summary>"Fell 2.3 and 1.5 percent, respectively", "9,5 beziehungsweise 8,8 Prozent": the unit behind the last is each one's.</summary>
    private static void ShareUnits(List<Token> tokens, List<Figure> figures)
    {
        for (var f = figures.Count - 2; f >= 0; f--)
        {
            if (
                figures[f] is { Unit: FigureUnit.Bare, Token.Decimals: >= 1 } figure
                && figures[f + 1] is { Unit: FigureUnit.Percent } next
                && next.First == figure.Last + 2
                && tokens[figure.Last + 1].Is(Sense.And)
            )
            {
                figures[f] = figure with { Unit = FigureUnit.Percent };
            }
        }
    }

    /// <summary>
    /// Words between two figures go to the first up to the first comma, bracket or "while", the rest to the second;
    /// without any such mark all go to the second ("fell 3% to close at $115.43").
    /// </summary>
    private static List<Figure> Share(List<Token> tokens, List<NamedDay> days, List<Figure> figures)
    {
        var from = 0;
        for (var f = 0; f < figures.Count; f++)
        {
            var to = tokens.Count;
            if (f + 1 < figures.Count)
            {
                to = Boundary(tokens, days, figures[f], figures[f + 1].First);
            }

            figures[f] = figures[f] with { From = from, To = to, Place = f };
            from = to;
        }

        return figures;
    }

    private static int Boundary(List<Token> tokens, List<NamedDay> days, Figure figure, int next)
    {
        var from = figure.Last + 1;
        for (var i = next - 1; i >= from; i--)
        {
            if (tokens[i].IsStop)
            {
                return i;
            }
        }

        for (var i = from; i < next; i++)
        {
            if (
                Parts(tokens[i])
                && !(i > 0 && FigureUnits.IsClockAt(tokens, i - 1))
                && !days.Exists(d => d.First < i && i < d.Last)
            )
            {
                return i;
            }
        }

        // "3.2% higher at $139.19": the word right behind a figure is still its own.
        // "Its 170% year-to-date return is the best of any company worth $200 billion": so is the span.
        return EndOfSpan(tokens, from, next) is { } span ? span
            : from + 1 < next && tokens[from].Is(Sense.Up | Sense.Down) ? from + 1
            : from + 2 < next && tokens[from].Is(Sense.Ytd) ? from + 2
            // 183美元的收盘价较前一日少了近10美元
            : from + 2 < next && figure.Unit == FigureUnit.Dollar && IsNoun(tokens, from) ? from + 2
            : from;
    }

    /// <summary>"Jumped 69% year-over-year to $44 billion", "a 3.7% decline over 30 days to $175": where the change's own span ends; null where none is named right behind it.</summary>
    private static int? EndOfSpan(List<Token> tokens, int from, int next)
    {
        var at = from;
        while (at < next && tokens[at].Is(Sense.Up | Sense.Down | Sense.In | Sense.MoreThan))
        {
            at++;
        }

        return
            at + 1 < next
            && tokens[at].Is(Sense.Period | Sense.LongSpan)
            && !tokens[at].Is(Sense.Close)
            ? at + 1
            : null;
    }

    private static bool IsNoun(List<Token> tokens, int of) =>
        tokens[of].Is(Sense.Filler)
        && tokens[of].End - tokens[of].Start == 1
        && tokens[of + 1].Start == tokens[of].End
        && tokens[of + 1].Is(Sense.Close | Sense.Open | Sense.High | Sense.Low);

    public static bool Parts(Token token) =>
        token.Sort == TokenSort.Break || token.Is(Sense.Separator | Sense.And);
}
