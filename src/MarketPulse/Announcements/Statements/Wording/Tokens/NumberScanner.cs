using System.Globalization;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads figures as people write them: 1,224.40; 105,17; 1.224,40; 百分之三点四三 is the tokenizer's.</summary>
internal static class NumberScanner
{
    /// <summary>More digits than any price has; longer runs are no figures.</summary>
    private const int Longest = 15;

    /// <summary>No figure is written with more characters; what is longer is cut, so that reading stays linear.</summary>
    private const int LongestRun = 32;

    /// <summary>The figure that begins at a digit.</summary>
    /// <param name="commaIsDecimal">Whether the text's language writes 105,17.</param>
    /// <returns>Its length, value and decimals; the value is NaN for a run that is no figure.</returns>
    public static (int Length, double Value, int Decimals) Read(
        ReadOnlySpan<char> plain,
        int start,
        bool commaIsDecimal
    )
    {
        var end = start;
        while (
            end < plain.Length
            && end - start < LongestRun
            && (
                char.IsAsciiDigit(plain[end])
                || (
                    plain[end] is '.' or ','
                    && end + 1 < plain.Length
                    && char.IsAsciiDigit(plain[end + 1])
                )
            )
        )
        {
            end++;
        }

        var run = plain[start..end];
        var separator = DecimalSeparator(run, commaIsDecimal);
        var grouping = separator == '.' ? ',' : '.';
        // "1, 2" has a blank and never comes here; "3,5,7" is a list without blanks: only its first member is read.
        if (separator == '\0' || !GroupsAreWhole(run, separator, grouping))
        {
            var first = run.IndexOfAny('.', ',');
            end = start + (first < 0 ? run.Length : first);
            run = plain[start..end];
            separator = '.';
        }

        var point = run.IndexOf(separator);
        var decimals = point < 0 ? 0 : run.Length - point - 1;
        var digits = run.ToString().Replace(grouping.ToString(), "", StringComparison.Ordinal);
        return
            digits.Length <= Longest
            && double.TryParse(
                digits.Replace(separator, '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            ? (end - start, value, decimals)
            : (end - start, double.NaN, 0);
    }

    /// <summary>Which sign divides whole from part; the null character where the run can't be one figure.</summary>
    private static char DecimalSeparator(ReadOnlySpan<char> run, bool commaIsDecimal)
    {
        var (commas, points) = (run.Count(','), run.Count('.'));
        if (commas > 0 && points > 0)
        {
            return run.LastIndexOf(',') > run.LastIndexOf('.') ? ',' : '.';
        }

        if (commas == 1 && points == 0)
        {
            // Three digits after one comma are thousands, unless the language's comma is decimal.
            return commaIsDecimal || run.Length - run.IndexOf(',') - 1 != 3 ? ',' : '.';
        }

        if (points == 1 && commaIsDecimal)
        {
            return run.Length - run.IndexOf('.') - 1 == 3 ? ',' : '.';
        }

        return points > 1 && commas == 0 ? ','
            : points > 1 ? '\0'
            : '.';
    }

    private static bool GroupsAreWhole(ReadOnlySpan<char> run, char separator, char grouping)
    {
        var point = run.IndexOf(separator);
        if (point >= 0 && run[(point + 1)..].IndexOfAny('.', ',') >= 0)
        {
            return false;
        }

        var whole = point < 0 ? run : run[..point];
        var first = whole.IndexOf(grouping);
        if (first < 0)
        {
            return true;
        }

        if (first is 0 or > 3)
        {
            return false;
        }

        for (var i = first; i < whole.Length; i += 4)
        {
            if (
                whole[i] != grouping
                || i + 4 > whole.Length
                || whole[(i + 1)..(i + 4)].IndexOf(grouping) >= 0
            )
            {
                return false;
            }
        }

        return true;
    }
}
