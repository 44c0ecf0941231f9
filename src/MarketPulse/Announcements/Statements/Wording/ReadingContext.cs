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

    /// <summary>Hours outside the session that the sentence before put its trading in; null where it didn't.</summary>
    public PriceField? Hours { get; private set; }

    /// <summary>Whether the text reports the session's first hours, by the sentences read so far.</summary>
    public bool Opening { get; private set; }

    /// <summary>How many sentences were read.</summary>
    public int Sentence { get; private set; }

    /// <summary>Goes on behind a sentence.</summary>
    /// <param name="subjects">Whose its figures are: a sentence that tells of several other companies makes none of them the topic.</param>
    public void Pass(Clause clause, IReadOnlyCollection<string?> subjects)
    {
        var others = subjects.Where(s => s is not (null or Subjects.Broad)).Distinct().ToList();
        Topic =
            Main is not null
            && Topic == Main
            && (
                (others.Count > 1 && !others.Contains(Main))
                || Topics.GoesOn(clause)
                || Topics.OnlyCompares(clause, Main)
            )
                ? Main
                : Topics.Of(clause.Tokens) ?? Topic;
        var named = clause.Days.Select(d => d.Reference).ToList();
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
            ?? named.LastOrDefault(r => r is { Sort: not DateReferenceSort.SameDay })
            ?? Day;
        Before = subjects.FirstOrDefault();
        Hours = OutsideHours.Of(clause);
        Opening = HeadedHours.IsOpening(clause) || (Opening && !HeadedHours.Closes(clause));
        Sentence++;
    }
}
