using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Puts what was read of a figure into the form that is told.</summary>
internal static class StatementForm
{
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
        var live =
            !context.Closed
            && stated
                is { Field: PriceField.Change, Part: null }
                    or { Field: PriceField.High or PriceField.Low }
            && !clause.TellsClose;
        foreach (var symbol in subject?.Split(',') ?? [])
        {
            yield return new PriceStatement(
                symbol,
                stated.Field,
                stated.Sign * figure.Token.Number,
                figure.Unit == FigureUnit.Percent ? "%" : "USD",
                figure.Token.Decimals,
                Bounds.Of(clause, figure),
                stated.OfMoment
                    || (
                        stated.Field is PriceField.High or PriceField.Low
                        && clause.Tokens.Exists(t => IsSoFar(clause, t))
                    ),
                stated.Previous ? when with { Sort = DateReferenceSort.DayBefore }
                    : stated.Field == PriceField.YearToDate ? OfYear(clause, figure, when)
                    : when,
                Earlier(clause, figure, when) ?? context.Day,
                context.Sentence,
                Quote(clause, figure)
            )
            {
                Named = clause.Tokens[figure.From..figure.First].Exists(t => t.Symbol == symbol),
                MayBeLive = live,
                OfPage = stated.OfPage,
                Unsettled = clause.IsPreliminary || (live && IsUnsettled(figure, when)),
            };
        }
    }

    /// <summary>"Den tiefsten Stand markierte sie bisher bei 673,87 USD".</summary>
    private static bool IsSoFar(Clause clause, Token token) =>
        token.IsAny(clause.Text, "bisher", "bislang", "thus far");

    /// <summary>"Popped on Feb. 26 and fell 8.5% the next day": what the day after is counted from; null where the sentence names none.</summary>
    private static DateReference? Earlier(Clause clause, Figure figure, DateReference when)
    {
        if (when.Sort != DateReferenceSort.DayAfter)
        {
            return null;
        }

        DateReference? found = null;
        foreach (var day in clause.Days)
        {
            if (day.Reference is { Sort: DateReferenceSort.Date } date)
            {
                found = day.Last < figure.First ? date : found ?? date;
            }
        }

        return found;
    }

    /// <summary>"Nvidia drops 3% after …": whole points, with no day told, may be of any moment of it.</summary>
    private static bool IsUnsettled(Figure figure, DateReference when) =>
        figure is { Unit: FigureUnit.Percent, Token.Decimals: 0 }
        && when.Sort is DateReferenceSort.Missing;

    /// <summary>The day that a change of the year so far names itself, with the year that it counts from; a day of another figure isn't its own.</summary>
    private static DateReference OfYear(Clause clause, Figure figure, DateReference when)
    {
        var own = clause.Days.Exists(d =>
            d.Reference is not null
            && d.First >= figure.From
            && d.Last < figure.To
            // "Is up 116% this year, is due to report on May 24".
            && !(
                d.First > figure.Last
                && clause
                    .Tokens[figure.Last..d.First]
                    .Exists(t =>
                        t.IsAny(
                            clause.Text,
                            "due",
                            "scheduled",
                            "slated",
                            "report",
                            "reports",
                            "expected",
                            "will"
                        )
                    )
            )
        )
            ? when
            : DateReference.Missing;
        return own.Year is null && YearOf(clause, figure) is ({ } year, var words)
            ? own with
            {
                Year = year,
                Words = words,
            }
            : own;
    }

    /// <summary>The year of "so far in 2025", 2025年以来, with those words; null where none is said.</summary>
    private static (int? Year, string Words) YearOf(Clause clause, Figure figure)
    {
        for (var i = figure.From; i < figure.To; i++)
        {
            var words = PlainCharacters.Of(clause.Word(i)).AsSpan();
            var at = words.IndexOf("20", StringComparison.Ordinal);
            if (
                i != figure.First
                && at >= 0
                && at + 4 <= words.Length
                && int.TryParse(words.Slice(at, 4), out var year)
            )
            {
                // "Below where it ended 2024", 较2024年底: counted from that year's end, so of the year after.
                var after = clause.Tokens[i].Is(Sense.Ytd) && YearEnds.Are(words) ? 1 : 0;
                return (year + after, clause.Word(i).ToString());
            }
        }

        return (null, "");
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
