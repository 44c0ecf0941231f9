using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>What a line of an article is for.</summary>
internal enum LineRole
{
    Content,
    Title,

    /// <summary>When it was published, how often it was read.</summary>
    Publication,

    /// <summary>Who wrote it or where it was taken from.</summary>
    Byline,

    /// <summary>Whose picture it is.</summary>
    Caption,

    /// <summary>The site's own words: share, subscribe, read on.</summary>
    Site,
}

/// <summary>Tells a line's role by its words alone.</summary>
internal static partial class LineRoles
{
    /// <summary>Longer lines than this are prose, whatever they begin with.</summary>
    private const int LongestLabel = 140;

    /// <param name="line">Folded and trimmed.</param>
    public static LineRole Of(string line) =>
        line.Length > LongestLabel ? LineRole.Content
        : Caption().IsMatch(line) ? LineRole.Caption
        : IsPublication(line) ? LineRole.Publication
        : Byline().IsMatch(line) ? LineRole.Byline
        : Site().IsMatch(line) ? LineRole.Site
        : LineRole.Content;

    private static bool IsPublication(string line)
    {
        if (
            WrittenDate.In(line) is not { } date
            || Dateline.Of(line) is not null
            // "Ex-Dividend Date | March 12, 2025": a cell of a table.
            || line.Contains("dividend", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        // A label before the date, or hardly anything but the date.
        return Label().IsMatch(line)
            || (
                line.Length - date.Span.Length <= 30
                && !Sentence().IsMatch(line.Remove(date.Span.Start, date.Span.Length))
            );
    }

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^[(\[【]?(?:图片?(?:来源|起原|源自|源|提供|说明)?|图表来源|视频来源|(?:image|photo|picture|video)(?: source| credit| courtesy| by)?s?|credits?)[\]】]? ?[::]|^(?:photo(?:graph)? by|getty images)\b|\bgetty images\)?$",
        Flags
    )]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"^(?:发布|发表|更新|公布|刊登)?(?:日期|时间|时刻|于)[::]?|^(?:first )?(?:published|posted|updated|last updated|date|released)\b|点击次数|浏览次数|阅读(?:量|数)",
        Flags
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"[。!?]|[a-z]\. |[a-z]\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"^(?:[Bb][Yy] [A-Z][\w.'-]+(?: (?:and )?[A-Z][\w.'-]+){0,6}$|(?:作者|记者|文|撰文|编辑|责编|责任编辑|编译|审校|校对|来源|原标题|出品|本文来源|翻译) ?[::/|丨]|记者 ?[^\s,，。:]{2,4}$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"^(?:点击次数|浏览次数|阅读量|分享到|相关(?:阅读|新闻|文章)|推荐阅读|延伸阅读|上一篇|下一篇|返回|免责声明|版权声明|扫码|关注(?:我们|公众号)|举报|share (?:this|on)\b|subscribe\b|sign up\b|read more\b|related(?: articles| stories)?:?$|advertisement$|sponsored$|click here\b|follow us\b|all rights reserved|copyright \W|\(c\) |©|cookie)",
        Flags
    )]
    private static partial Regex Site();
}
