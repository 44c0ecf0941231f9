using System.Globalization;
using System.Text.RegularExpressions;
using MarketPulse.Announcements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation;

/// <summary>
/// The session that a market comment reports: "Nvidia sank 17 % on Monday" tells of Monday's session, whenever it was written,
/// and isn't news to the next one. Pure.
/// </summary>
internal static partial class ReportedSession
{
    private static readonly string[] English = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private const string Chinese = "日一二三四五六";

    /// <summary>
    /// That session and what says so; null where the announcement is no comment, looks ahead, tells of trading outside the
    /// session, or says nothing of a day. Only a session that had opened when it was published can be reported.
    /// </summary>
    public static (DateOnly Session, string Because)? Of(Announcement announcement)
    {
        if (
            announcement is not { Kind: AnnouncementKind.Comment, PublishedAt: { } published }
            || OutsideTheSession().IsMatch(announcement.Title)
            || !Move().IsMatch(announcement.Title)
        )
        {
            return null;
        }

        var title = announcement.Title;
        var last = TradingCalendar.LastCompleted(published, TimeSpan.Zero);
        if (Weekday().Match(title) is { Success: true } day)
        {
            return OnWeekday(WeekdayOf(day.Value), published) is { } named
                ? (named, $"'{day.Value}'")
                : null;
        }

        if (Close().Match(title) is { Success: true } close)
        {
            return published < TradingCalendar.OpenOf(TradingCalendar.After(last))
                ? (last, $"'{close.Value.Trim()}'")
                : null;
        }

        // Without such words a move told right after the close is that session's, unless results came in between: then it is
        // that of the hours after it.
        return last == TradingCalendar.DateOf(published) && !Results().IsMatch(title)
            ? (last, "a move told after the close")
            : null;
    }

    /// <summary>The last session on a day of the week that had opened, no more than a week back.</summary>
    private static DateOnly? OnWeekday(DayOfWeek day, DateTimeOffset published)
    {
        var date = TradingCalendar.DateOf(published);
        for (var back = 0; back < 7; back++, date = date.AddDays(-1))
        {
            if (
                date.DayOfWeek == day
                && TradingCalendar.IsSession(date)
                && TradingCalendar.OpenOf(date) <= published
            )
            {
                return date;
            }
        }

        return null;
    }

    private static DayOfWeek WeekdayOf(string word)
    {
        var english = Array.FindIndex(
            English,
            d => word.StartsWith(d, true, CultureInfo.InvariantCulture)
        );
        return (DayOfWeek)(
            english >= 0 ? english : Chinese.IndexOf(word[^1], StringComparison.Ordinal)
        );
    }

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(pre-?market|before (the |it )?(open(s|ing)?|bell)|after[- ]hours|extended (trading|hours)|futures|ahead of|could|may|will|might|expected to|to watch|preview|week ahead)\b|盘前|盤前|盘后|盤後|夜盘|展望|或将",
        Flags
    )]
    private static partial Regex OutsideTheSession();

    [GeneratedRegex(
        @"\b(fall(s|ing|en)?|fell|sinks?|sank|sunk|drop(s|ped)?|plunge[sd]?|slid(es?)?|slip(s|ped)?|slump(s|ed)?|tumble[sd]?|los(es?|t)|los(es|ing)|shed(s)?|wipe[sd]?|rises?|rose|rall(y|ies|ied)|gain(s|ed)?|jump(s|ed)?|leap(s|ed|t)?|climb(s|ed)?|surge[sd]?|soar(s|ed)?|rebound(s|ed)?|adds?|added|close[sd]?|end(s|ed)?|finish(es|ed)?|settle[sd]?|swing(s)?|swung)\b|[涨漲跌升挫]|收报|收報|收于|收於|收盘|收盤|反弹|反彈",
        Flags
    )]
    private static partial Regex Move();

    [GeneratedRegex(
        @"\b(mon|tues|wednes|thurs|fri)day(?='s|’s|\b)|(周|週|星期|礼拜|禮拜)[一二三四五]",
        Flags
    )]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(close[sd]?|end(s|ed)?|finish(es|ed)?|settle[sd]?) (at|up|down|higher|lower|near|flat|above|below|with|the (day|session)|on a)\b|收报|收報|收于|收於|收盘|收盤|收涨|收漲|收跌|隔夜|昨夜",
        Flags
    )]
    private static partial Regex Close();

    [GeneratedRegex(
        @"\b(results|earnings|revenue|profit|outlook|guidance|forecast)\b|财报|財報|业绩|業績",
        Flags
    )]
    private static partial Regex Results();
}
