using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads one sentence's price statements.</summary>
internal static class SentenceReader
{
    /// <summary>The sentence's statements; what it leaves for those behind it goes to the context.</summary>
    public static List<PriceStatement> Read(Clause clause, ReadingContext context)
    {
        var topic =
            context.Before == Subjects.Broad && Subjects.BeginsWithIt(clause)
                ? Subjects.Broad
                : context.Topic;
        var subjects = Subjects.Of(clause, topic, context.Main);
        var statements = Read(clause, subjects, context);
        context.Pass(clause, subjects);
        return statements;
    }

    private static List<PriceStatement> Read(
        Clause clause,
        string?[] subjects,
        ReadingContext context
    )
    {
        var statements = new List<PriceStatement>();
        var taken = TableRow.Read(clause, statements, context);
        var before = OutsideHours.Begin(clause, context);
        var whose = before is null ? null : context.Main;
        for (var f = 0; f < clause.Figures.Count; f++)
        {
            if (taken.Contains(f))
            {
                before = null;
                continue;
            }

            if (subjects[f] != whose)
            {
                before = f > 0 && IsListed(clause, f) ? before : null;
                whose = subjects[f];
            }

            var days = Days.Of(clause, clause.Figures[f], context);
            if (RangeReader.At(clause, f) is { } range)
            {
                foreach (var (field, figure) in range)
                {
                    statements.AddRange(
                        Make(clause, figure, subjects[f], new(field), days, context)
                    );
                }

                f++;
                before = null;
                continue;
            }

            if (FieldReader.Read(clause, f, before) is { } stated)
            {
                before = stated;
                if (!stated.Skip)
                {
                    statements.AddRange(
                        Make(clause, clause.Figures[f], subjects[f], stated, days, context)
                    );
                }
            }
            else if (clause.Figures[f].Unit == FigureUnit.Other)
            {
                before = before is { LongSpan: true } ? null : before;
            }
        }

        return statements;
    }

    /// <summary>Whether only commas and "and" part a figure from the one before: one verb is said of both.</summary>
    private static bool IsListed(Clause clause, int at)
    {
        var from = clause.Figures[at - 1].Last + 1;
        return clause.Figures[at].First - from is > 0 and <= 3
            && clause
                .Tokens.GetRange(from, clause.Figures[at].First - from)
                .TrueForAll(t => t.Is(Sense.And) || t.Sort == TokenSort.Break);
    }

    /// <summary>The statement for each symbol that shares the figure.</summary>
    public static IEnumerable<PriceStatement> Make(
        Clause clause,
        Figure figure,
        string? subject,
        Stated stated,
        DateReference when,
        ReadingContext context
    )
    {
        foreach (var symbol in subject?.Split(',') ?? [])
        {
            yield return new PriceStatement(
                symbol,
                stated.Field,
                stated.Sign * figure.Token.Number,
                figure.Unit == FigureUnit.Percent ? "%" : "USD",
                figure.Token.Decimals,
                Bounds.Of(clause, figure),
                stated.OfMoment,
                stated.Previous ? when with { Sort = DateReferenceSort.DayBefore }
                    : stated.Field == PriceField.YearToDate ? OfYear(clause, figure, when)
                    : when,
                context.Day,
                context.Sentence,
                Quote(clause, figure)
            );
        }
    }

    /// <summary>The day that a change of the year so far names itself, with the year that it counts from; a day of another figure isn't its own.</summary>
    private static DateReference OfYear(Clause clause, Figure figure, DateReference when)
    {
        var own = clause.Days.Exists(d =>
            d.Reference is not null && d.First >= figure.From && d.Last < figure.To
        )
            ? when
            : DateReference.Missing;
        return own.Year is null && YearOf(clause, figure) is { } year
            ? own with
            {
                Year = year,
            }
            : own;
    }

    /// <summary>The year of "so far in 2025", 2025年以来; null where none is said.</summary>
    private static int? YearOf(Clause clause, Figure figure)
    {
        for (var i = figure.From; i < figure.To; i++)
        {
            var words = PlainCharacters
                .Of(
                    clause.Text.AsSpan(
                        clause.Tokens[i].Start,
                        clause.Tokens[i].End - clause.Tokens[i].Start
                    )
                )
                .AsSpan();
            var at = words.IndexOf("20", StringComparison.Ordinal);
            if (
                i != figure.First
                && at >= 0
                && at + 4 <= words.Length
                && int.TryParse(words.Slice(at, 4), out var year)
            )
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>From the word that gives the figure its meaning to the figure's unit, or the other way round.</summary>
    private static TextSpan Quote(Clause clause, Figure figure)
    {
        const Sense meaning =
            Sense.Up
            | Sense.Down
            | Sense.Close
            | Sense.Open
            | Sense.High
            | Sense.Low
            | Sense.PreMarket
            | Sense.AfterHours;
        var (start, end) = (clause.Tokens[figure.First].Start, clause.Tokens[figure.Last].End);
        if (clause.Nearest(figure, meaning) is { Distance: <= 8 } word)
        {
            (start, end) = (Math.Min(start, word.Token.Start), Math.Max(end, word.Token.End));
        }

        return new(start, end);
    }
}
