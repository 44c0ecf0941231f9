using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Finds the days that a group of statements may be of, by what it tells and when the text was written.</summary>
internal sealed class GroupDays(ArticleDays days)
{
    /// <summary>The days; a pre-market quote without one of its own is of the session to come.</summary>
    /// <param name="spoken">The session that the article last spoke of, once resolved.</param>
    public CandidateDays Of(StatementGroup group, DateOnly? spoken) =>
        group
            is {
                First:
                {
                    Field: PriceField.PreMarket,
                    When.Sort: DateReferenceSort.Missing or DateReferenceSort.Today
                }
            }
        && days.Coming is { } coming
            ? new([coming], false, _ => false)
        : EndOf(group.First, spoken) is { } end ? new([end], false, _ => false)
        : IsOfWriting(group.First) && days.Written.Session is { } writing
            ? new([writing], true, _ => false)
        : days.Of(group.First.When, group.First.Earlier, spoken);

    /// <summary>"Rose 239% in 2023", told later: the last session of that year; null where it isn't over when the text is written.</summary>
    private DateOnly? EndOf(PriceStatement statement, DateOnly? spoken) =>
        statement
            is {
                Field: PriceField.YearToDate,
                When: { Sort: not DateReferenceSort.Date, Year: { } year }
            }
        && !IsSince(statement.When.Words)
        && year > TradingCalendar.First.Year
        && (days.Coming ?? spoken) is { } written
        && year < written.Year
            ? TradingCalendar.Before(new DateOnly(year + 1, 1, 1))
            : null;

    /// <summary>Whether it is a quote of the hour of writing: it says so, or is of a moment of a day that nothing names.</summary>
    private static bool IsOfWriting(PriceStatement statement) =>
        statement
            is {
                Field: PriceField.Intraday or PriceField.Change,
                When.Sort: DateReferenceSort.Missing or DateReferenceSort.Today
            }
        && (
            statement.OfMoment
            || statement
                is {
                    Field: PriceField.Intraday,
                    Earlier: null or { Sort: DateReferenceSort.Today }
                }
        );

    /// <summary>"Since the start of 2023", 2023年以来: up to now, not over that year.</summary>
    private static bool IsSince(string words) =>
        words.Contains("since", StringComparison.OrdinalIgnoreCase)
        || words.Contains("seit", StringComparison.OrdinalIgnoreCase)
        || words.Contains("from", StringComparison.OrdinalIgnoreCase)
        || words.Contains("where", StringComparison.OrdinalIgnoreCase)
        || words.Contains("above", StringComparison.OrdinalIgnoreCase)
        || words.Contains("below", StringComparison.OrdinalIgnoreCase)
        || words.Contains('较', StringComparison.Ordinal)
        || words.Contains('較', StringComparison.Ordinal)
        || words.Contains('比', StringComparison.Ordinal)
        || words.Contains('自', StringComparison.Ordinal)
        || words.Contains('来', StringComparison.Ordinal)
        || words.Contains('來', StringComparison.Ordinal)
        || words.Contains('今', StringComparison.Ordinal)
        || words.Contains('初', StringComparison.Ordinal);
}
