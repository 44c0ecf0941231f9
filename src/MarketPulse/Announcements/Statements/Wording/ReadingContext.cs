using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Tables;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What the sentences read so far leave for the next: whom they speak of, and of which day.</summary>
internal sealed class ReadingContext(string? topic)
{
    public string? Topic { get; private set; } = topic;

    /// <summary>Whom the whole article is about; null where it names nobody.</summary>
    public string? Main { get; } = topic;

    /// <summary>The last day named; null before any is.</summary>
    public DateReference? Day { get; private set; }

    /// <summary>Whose the first figure of the sentence before was; null where it had none.</summary>
    public string? Before { get; private set; }

    /// <summary>Whom the last sentence named last; null where it named nobody.</summary>
    public string? LastNamed { get; private set; }

    /// <summary>The columns of the table that is being read; null outside tables.</summary>
    public PriceField?[]? Columns { get; private set; }

    /// <summary>Hours outside the session that the sentence before put its trading in; null where it didn't.</summary>
    public PriceField? Hours { get; private set; }

    /// <summary>Whether the text reports the session's first hours, by the sentences read so far.</summary>
    public bool Opening { get; private set; }

    /// <summary>Whether a list is being read whose heading says that its changes are of the year so far.</summary>
    public bool UnderYear { get; private set; }

    /// <summary>Whether the text has told of a close, so that it was written after one.</summary>
    public bool Closed { get; private set; }

    /// <summary>How many sentences were read.</summary>
    public int Sentence { get; private set; }

    /// <summary>Whether a line holds nothing but figures, as in a page's table of quotes.</summary>
    public static bool IsOfFigures(Clause clause) =>
        clause.Tokens.Count > 0
        && !clause.Text[clause.Tokens[0].Start..clause.Tokens[^1].End].Any(char.IsLetter);

    private static bool IsOfDividend(Clause clause) =>
        clause.Tokens.Exists(t =>
            t.Is(Sense.Measure)
            && clause.Word(t).Contains("dividend", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsOfUnknown(Clause clause) =>
        clause.Tokens is [{ Sort: TokenSort.Capitalised }, var noun, ..]
        && noun.Is(Sense.Share)
        && !clause.Tokens.Exists(t => t.IsName);

    /// <summary>Goes on behind a sentence.</summary>
    /// <param name="subjects">Whose its figures are: a sentence that tells of several other companies makes none of them the topic.</param>
    public void Pass(Clause clause, IReadOnlyCollection<string?> subjects)
    {
        var others = subjects.Where(s => s is not (null or Subjects.Broad)).Distinct().ToList();
        Topic =
            // "McDonald shares are down $15 or 4.9%. The low price reached …": still theirs.
            subjects.Count > 1
            && subjects.All(s => s == Subjects.Unlisted)
            && IsOfUnknown(clause)
                ? Subjects.Unlisted
            : Main is not null
            && Topic == Main
            && (
                (others.Count > 1 && !others.Contains(Main))
                || Topics.GoesOn(clause)
                || Topics.OnlyCompares(clause, Main)
            )
                ? Main
            : Topics.Of(clause) ?? Topic;
        // A dividend's date is none of the story's.
        var named = IsOfDividend(clause)
            ? []
            : clause.Days.Where(d => !Asides.IsLed(clause, d)).Select(d => d.Reference).ToList();
        // "On Tuesday, July 20, 2021 … a $750 stock on Monday": the whole date is the one that the story is of.
        Day =
            named.LastOrDefault(r => r is { Sort: DateReferenceSort.Date, Date: not null })
            // 当地时间7月17日,纳指周三收跌: the date says more than the weekday.
            ?? named.LastOrDefault(r =>
                r
                    is {
                        Sort: DateReferenceSort.Date,
                        Month: not null,
                        Words: [> '\u2e7f', ..] or [.., > '\u2e7f']
                    }
            )
            // "On Thursday they went on with the run of the day before": the story is of Thursday.
            ?? named.LastOrDefault(r =>
                r
                    is {
                        Sort: DateReferenceSort.Date
                            or DateReferenceSort.Weekday
                            or DateReferenceSort.WeekdayBefore
                            or DateReferenceSort.Today
                    }
            )
            ?? named.LastOrDefault(r => r is { Sort: not DateReferenceSort.SameDay })
            ?? Day;
        UnderYear = YearHeadings.Is(clause) || (UnderYear && YearHeadings.GoesOn(clause));
        Closed |= clause.TellsClose;
        Before = subjects.FirstOrDefault();
        LastNamed = IsOfFigures(clause)
            ? LastNamed
            : clause.Tokens.FindLast(t => t.Symbol is not null).Symbol;
        Hours =
            OutsideHours.Of(clause)
            ?? HeadedHours.OfReport(clause)
            ?? (HeadedHours.GoesOn(clause) ? Hours : null);
        Columns = HeadedTable.Columns(clause) ?? (HeadedTable.GoesOn(clause) ? Columns : null);
        Opening = HeadedHours.IsOpening(clause) || (Opening && !HeadedHours.Closes(clause));
        Sentence++;
    }
}
