namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Finds a sentence's figures and shares its words out among them.</summary>
internal static class FigureFinder
{
    private const Sense Units =
        Sense.Percent | Sense.Dollar | Sense.Foreign | Sense.Points | Sense.Magnitude;

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
                var figure = At(tokens, i);
                // A year alone ("so far in 2025") parts no words, nor does the count of a span ("over 5 years").
                if (
                    !IsCount(tokens, figure)
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

        return Share(tokens, days, figures);
    }

    private static Figure At(List<Token> tokens, int i)
    {
        var (first, last) = (i, i);
        var unit = tokens[i].Is(Sense.Percent) ? FigureUnit.Percent : FigureUnit.Bare;
        for (var next = i + 1; next < tokens.Count && next <= i + 4; next++)
        {
            var token = tokens[next];
            if (token.Is(Units) && !BelongsToNext(tokens, next))
            {
                unit =
                    unit == FigureUnit.Other
                    || token.Is(Sense.Foreign | Sense.Points | Sense.Magnitude)
                        ? FigureUnit.Other
                    : token.Is(Sense.Percent) ? FigureUnit.Percent
                    : unit == FigureUnit.Percent ? unit
                    : FigureUnit.Dollar;
                if (token.Is(Sense.Percent) && last > i)
                {
                    break;
                }

                last = next;
            }
            else if (
                !(
                    next == i + 1
                    && token.Is(Sense.MoreThan | Sense.About)
                    && tokens[i].Decimals == 0
                    && next + 1 < tokens.Count
                    && tokens[next + 1].Is(Units)
                    && token.End - token.Start == 1
                )
            )
            {
                // 100多美元: the one word that stands between a number and its unit.
                break;
            }

            if (unit is FigureUnit.Percent)
            {
                break;
            }
        }

        if (
            i > 0
            && tokens[i - 1].Is(Sense.Dollar | Sense.Foreign)
            && IsCurrencySign(tokens[i - 1])
        )
        {
            first = i - 1;
            unit =
                tokens[i - 1].Is(Sense.Foreign) || unit == FigureUnit.Other ? FigureUnit.Other
                : unit == FigureUnit.Bare ? FigureUnit.Dollar
                : unit;
        }

        return new(tokens[i], first, last, unit);
    }

    private static bool IsCount(List<Token> tokens, Figure figure) =>
        figure is { Unit: FigureUnit.Bare, Token.Decimals: 0 }
        && figure.Last + 1 < tokens.Count
        && tokens[figure.Last + 1].Is(Sense.Period);

    /// <summary>"$1 $2": a sign that touches the number behind it is that number's.</summary>
    private static bool BelongsToNext(List<Token> tokens, int sign) =>
        sign + 1 < tokens.Count
        && tokens[sign + 1].IsNumber
        && tokens[sign + 1].Start == tokens[sign].End
        && tokens[sign].Start > tokens[sign - 1].End
        && IsCurrencySign(tokens[sign])
        && tokens[sign].Is(Sense.Dollar | Sense.Foreign);

    /// <summary>$, US$, USD stand before a number; "dollar" and 美元 only after.</summary>
    private static bool IsCurrencySign(Token token) => token.End - token.Start <= 3;

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
                to = Boundary(tokens, days, figures[f].Last + 1, figures[f + 1].First);
            }

            figures[f] = figures[f] with { From = from, To = to };
            from = to;
        }

        return figures;
    }

    private static int Boundary(List<Token> tokens, List<NamedDay> days, int from, int next)
    {
        for (var i = next - 1; i >= from; i--)
        {
            if (tokens[i].IsStop)
            {
                return i;
            }
        }

        for (var i = from; i < next; i++)
        {
            if (Parts(tokens[i]) && !days.Exists(d => d.First < i && i < d.Last))
            {
                return i;
            }
        }

        // "3.2% higher at $139.19": the word right behind a figure is still its own.
        return from + 1 < next && tokens[from].Is(Sense.Up | Sense.Down) ? from + 1 : from;
    }

    public static bool Parts(Token token) =>
        token.Sort == TokenSort.Break || token.Is(Sense.Separator | Sense.And);
}
