using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements.Wording.Changes;
using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Quotes;
using MarketPulse.Announcements.Statements.Wording.Tables;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads one sentence's price statements.</summary>
internal static class SentenceReader
{
    /// <summary>The sentence's statements; what it leaves for those behind it goes to the context.</summary>
    public static List<PriceStatement> Read(Clause clause, ReadingContext context)
    {
        var topic =
            context.Before == Subjects.Broad && Topics.BeginWithIt(clause) ? Subjects.Broad
            : ReadingContext.IsOfFigures(clause) ? context.LastNamed
            : context.Topic;
        var subjects = Subjects.Of(clause, topic, context.Main);
        var statements = HeadedTable.Read(clause, context) ?? Read(clause, subjects, context);
        context.Pass(clause, subjects);
        return context.Opening
            ? statements.ConvertAll(s =>
                s
                    is { Field: PriceField.Change, Unit: "%" }
                        or { Field: PriceField.Close, OfMoment: true }
                    ? s with
                    {
                        Field = PriceField.Intraday,
                        OfMoment = true,
                    }
                    : s
            )
            : statements;
    }

    private static List<PriceStatement> Read(
        Clause clause,
        string?[] subjects,
        ReadingContext context
    )
    {
        var statements = new List<PriceStatement>();
        var taken = TableRow.Read(clause, statements, context);
        var headed = HeadedHours.Of(clause);
        var before = OutsideHours.Begin(clause, context) ?? headed;
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
                before = f > 0 && IsListed(clause, f) ? before : headed;
                whose = subjects[f];
            }

            var days = Days.Of(clause, clause.Figures[f], context);
            if (RangeReader.At(clause, f) is { } range)
            {
                foreach (var (field, figure) in range)
                {
                    statements.AddRange(
                        StatementForm.Make(clause, figure, subjects[f], new(field), days, context)
                    );
                }

                f++;
                before = null;
                continue;
            }

            if (FieldReader.Read(clause, f, before) is { } read)
            {
                var stated = YearHeadings.Under(clause, clause.Figures[f], read, context.UnderYear);
                before = stated;
                if (!stated.Skip && !DaylessChanges.Are(clause, clause.Figures[f], stated))
                {
                    statements.AddRange(
                        StatementForm.Make(
                            clause,
                            clause.Figures[f],
                            subjects[f],
                            stated,
                            days,
                            context
                        )
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
                .TrueForAll(t =>
                    t.Is(Sense.And | Sense.About | Sense.Nearly | Sense.MoreThan)
                    || t.Sort == TokenSort.Break
                );
    }
}
