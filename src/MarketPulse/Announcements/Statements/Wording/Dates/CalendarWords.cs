using MarketPulse.Announcements.Statements.Wording.Periods;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>The names of months and weekdays.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
    [
        "january|jan|jan.|januar|jänner",
        "february|feb|feb.|februar",
        "march|mar|mar.|märz|maerz",
        "april|apr|apr.",
        "may|mai",
        "june|jun|jun.|juni",
        "july|jul|jul.|juli",
        "august|aug|aug.",
        "september|sep|sep.|sept|sept.",
        "october|oct|oct.|oktober|okt|okt.",
        "november|nov|nov.",
        "december|dec|dec.|dezember|dez|dez.",
    ];

    private static readonly string[] Weekdays =
    [
        "sunday|sonntag|sonntagabend|sonntagmorgen|sonntagnachmittag|sonntags|本周日|这周日|本星期日|周日|星期日|星期天|礼拜天|sunday's",
        "monday|montag|montagabend|montagmorgen|montagnachmittag|montags|本周一|这周一|本星期一|周一|星期一|礼拜一|monday's|mon.",
        "tuesday|dienstag|dienstagabend|dienstagmorgen|dienstagnachmittag|dienstags|本周二|这周二|本星期二|周二|星期二|礼拜二|tuesday's|tue.|tues.|tues",
        "wednesday|mittwoch|mittwochabend|mittwochmorgen|mittwochnachmittag|mittwochs|本周三|这周三|本星期三|周三|星期三|礼拜三|wednesday's|wed.",
        "thursday|donnerstag|donnerstagabend|donnerstagmorgen|donnerstagnachmittag|donnerstags|本周四|这周四|本星期四|周四|星期四|礼拜四|thursday's|thu.|thurs.|thurs",
        "friday|freitag|freitagabend|freitagmorgen|freitagnachmittag|freitags|本周五|这周五|本星期五|周五|星期五|礼拜五|friday's|fri.",
        "saturday|samstag|samstagabend|samstagmorgen|samstagnachmittag|samstags|本周六|这周六|本星期六|周六|星期六|礼拜六",
    ];

    public static IEnumerable<Phrase> All =>
        Named(Months, Sense.Month, 1).Concat(Named(Weekdays, Sense.Weekday, 0));

    private static IEnumerable<Phrase> Named(string[] names, Sense sense, int first) =>
        names.SelectMany(
            (line, i) => line.Split('|').Select(n => new Phrase(n, sense, Number: i + first))
        );
}
