using System.Globalization;
using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements.Doubts;

/// <summary>Tells figures so far from a session's that another day or span is the likelier: writers' slips are small.</summary>
internal static class FarOff
{
    /// <summary>How far, as a fraction, a price may be off and still be meant for a session that is only likely.</summary>
    private const double LikelyPrice = 0.08;

    /// <summary>The same where a weekday or "today" tells the day: it may be another week's.</summary>
    private const double WeekdayPrice = 0.2;

    /// <summary>How many points a change may be off, a wrong sign apart, where the session is only likely.</summary>
    private const double LikelyPoints = 2;

    /// <summary>The same where a weekday or "today" tells the day and "the stock" the company: whose change it is may still be misread.</summary>
    private const double CertainPoints = 3;

    /// <summary>The same where the words give month and day, or name the company.</summary>
    private const double DatedPoints = 8;

    /// <param name="certain">Whether no other day can be meant.</param>
    public static bool Is(CheckedStatement told, bool certain)
    {
        if (told.Actual is not { } actual)
        {
            return false;
        }

        var value = told.Statement.Value;
        if (AreSwapped(value, actual, told.Statement.Decimals))
        {
            return false;
        }

        return told.Statement switch
        {
            { Field: PriceField.YearToDate } => false,
            { Unit: "%" } => Math.Min(Math.Abs(value - actual), Math.Abs(value + actual))
                > (
                    !certain ? LikelyPoints
                    : told.Statement.When.Month is not null || told.Statement.Named ? DatedPoints
                    : CertainPoints
                ),
            { Field: PriceField.Change } => false,
            _ => Math.Abs((value / actual) - 1)
                > (
                    !certain ? LikelyPrice
                    : told.Statement
                        is { When.Month: not null }
                            or { Field: PriceField.High or PriceField.Low }
                        ? double.MaxValue
                    : WeekdayPrice
                ),
        };
    }

    /// <summary>164.67 for 146.67: the same digits in another order, however far that is.</summary>
    private static bool AreSwapped(double value, double actual, int decimals)
    {
        var (stated, stored) = (Digits(value, decimals), Digits(actual, decimals));
        return stated.Length >= 3
            && stated.Length == stored.Length
            && stated.Order().SequenceEqual(stored.Order());
    }

    private static string Digits(double value, int decimals) =>
        string.Concat(
            Math.Abs(value)
                .ToString($"F{Math.Min(decimals, 4)}", CultureInfo.InvariantCulture)
                .Where(char.IsAsciiDigit)
        );
}
