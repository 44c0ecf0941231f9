namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Finds the days that a sentence names.</summary>
internal static class DateReader
{
    /// <summary>The days in the order of the sentence; those that something is counted from ("since March 16") are left out of <c>Reference</c>.</summary>
    public static List<NamedDay> Read(string text, List<Token> tokens)
    {
        var days = new List<NamedDay>();
        var zone = DateZone.Unstated;
        for (var i = 0; i < tokens.Count; i++)
        {
            zone =
                tokens[i].Is(Sense.Beijing) ? DateZone.Beijing
                : tokens[i].Is(Sense.NewYork) ? DateZone.NewYork
                : zone;
            if (NamedDates.At(text, tokens, i) is not { } found)
            {
                continue;
            }

            var last = i + found.Length - 1;
            if (
                found.Reference.Sort == DateReferenceSort.Date
                && DayDetails.WeekdayBehind(tokens, last + 1) is ({ } weekday, var more)
            )
            {
                found.Reference = found.Reference with { Weekday = weekday };
                last += more;
            }

            // A zone said right after counts too: "18 March, local time", "3月19日凌晨".
            var after = last + 1 < tokens.Count ? tokens[last + 1] : default;
            var own =
                after.Is(Sense.Beijing) ? DateZone.Beijing
                : after.Is(Sense.NewYork) ? DateZone.NewYork
                : zone;
            if (own != DateZone.NewYork && DayDetails.IsEvening(text, tokens, last + 1))
            {
                // 台北時間29日23時: New York's morning of the same day.
                own = DateZone.NewYork;
            }

            var words = text[tokens[i].Start..tokens[last].End];
            var counted = CountedDays.Are(text, tokens, i, last, days.Count > 0 ? days[^1] : null);
            var reference = WithMonth(found.Reference, days) with { Words = words, Zone = own };
            days.Add(
                new(counted ? null : reference, i, last)
                {
                    Counted = counted && reference.Month is not null ? reference : null,
                }
            );
            i = last;
        }

        SameDates.Join(tokens, days);
        return days;
    }

    /// <summary>1月6号创新高，7号就下跌6.2%: a day of the month that was named before it.</summary>
    private static DateReference WithMonth(DateReference day, List<NamedDay> before) =>
        day is { Sort: DateReferenceSort.Date, Month: null, Day: { } number }
        && before is [.., { Reference: { Month: { } month, Day: { } earlier } named }]
        && number > earlier
            ? day with
            {
                Month = month,
                Year = named.Year,
            }
            : day;
}
