namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Reads what stands behind a date and says more of it: a weekday in brackets, an hour.</summary>
internal static class DayDetails
{
    /// <summary>23時, 22点, 21:30, 晚间: past New York's open.</summary>
    public static bool IsEvening(string text, List<Token> tokens, int i)
    {
        // 周二（3日）晚间10时
        i += i < tokens.Count && text[tokens[i].Start] is ')' or '）' ? 1 : 0;
        if (i >= tokens.Count)
        {
            return false;
        }

        var token = tokens[i];
        return text[token.Start] == '晚'
            || (
                token.Sort is TokenSort.Number or TokenSort.AttachedNumber
                && token.Number is >= 21 and <= 23
                && i + 1 < tokens.Count
                && text[tokens[i + 1].Start] is '时' or '時' or '点' or '點' or ':' or '：'
            );
    }

    /// <summary>"March 18 (Tuesday)", 10月11日（周六）.</summary>
    public static (DayOfWeek? Weekday, int Length) WeekdayBehind(List<Token> tokens, int i)
    {
        var bracket = i < tokens.Count && tokens[i].Sort == TokenSort.Break ? 1 : 0;
        return
            i + bracket < tokens.Count
            && tokens[i + bracket].Is(Sense.Weekday)
            && (bracket == 0 || (i + 2 < tokens.Count && tokens[i + 2].Sort == TokenSort.Break))
            ? ((DayOfWeek)(int)tokens[i + bracket].Number, 1 + (2 * bracket))
            : (null, 0);
    }
}
