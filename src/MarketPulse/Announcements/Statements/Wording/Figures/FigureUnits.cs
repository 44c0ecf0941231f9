namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Finds a number's unit, before it or behind it.</summary>
internal static class FigureUnits
{
    private const Sense Units =
        Sense.Percent | Sense.Dollar | Sense.Foreign | Sense.Points | Sense.Magnitude | Sense.Yuan;

    public static Figure At(List<Token> tokens, int i)
    {
        var (first, last) = (i, i);
        var unit = tokens[i].Is(Sense.Percent) ? FigureUnit.Percent : FigureUnit.Bare;
        for (var next = i + 1; next < tokens.Count && next <= i + 4; next++)
        {
            var token = tokens[next];
            if (token.Is(Units) && !token.IsNumber && !BelongsToNext(tokens, next))
            {
                unit =
                    unit == FigureUnit.Other
                    || token.Is(Sense.Foreign | Sense.Points | Sense.Magnitude)
                        ? FigureUnit.Other
                    : token.Is(Sense.Percent) ? FigureUnit.Percent
                    // 收174.18元: a price where the words say so, as a bare number is.
                    : token.Is(Sense.Yuan) ? FigureUnit.Bare
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

    public static bool IsCount(List<Token> tokens, Figure figure) =>
        figure is { Unit: FigureUnit.Bare, Token.Decimals: 0 }
        && figure.Last + 1 < tokens.Count
        && (
            tokens[figure.Last + 1].Is(Sense.Period)
            // "Shortly after 1 p.m."
            || (
                figure.Token.Number <= 12
                && tokens[figure.Last + 1] is var half
                && half.Is(Sense.PreMarket | Sense.Intraday | Sense.AfterHours)
                && half.End - half.Start <= 4
            )
            // "in four hours of late trading"
            || (figure.Token.Number < 100 && tokens[figure.Last + 1].Sort == TokenSort.Word)
        );

    /// <summary>"At 1:10 p.m.": whether an hour and its minutes begin at a place; its colon parts no words.</summary>
    public static bool IsClockAt(List<Token> tokens, int hour) =>
        hour >= 0
        && hour + 2 < tokens.Count
        && tokens[hour]
            is {
                Sort: TokenSort.Number or TokenSort.AttachedNumber,
                Decimals: 0,
                Number: < 24
            } first
        && tokens[hour + 1] is { Sort: TokenSort.Break } colon
        && tokens[hour + 2]
            is {
                Sort: TokenSort.Number or TokenSort.AttachedNumber,
                Decimals: 0,
                Number: < 60
            } second
        && colon.Start == first.End
        && colon.End == second.Start
        && second.End - second.Start == 2;

    /// <summary>4月低点: a month alone parts no words.</summary>
    public static bool IsMonth(List<Token> tokens, int at) =>
        tokens[at] is { Decimals: 0, Number: >= 1 and <= 12 }
        && at + 1 < tokens.Count
        && tokens[at + 1].Is(Sense.MonthMark);

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
}
