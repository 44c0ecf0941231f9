using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>
/// Tells per cent and plain amounts of money that are about a price on an exchange from claims: they are statements about prices,
/// understood or not.
/// </summary>
internal sealed partial class MarketFigures(ReadableText text)
{
    /// <summary>How far before a figure the word for its move stands ("fell as much as 3.4 %").</summary>
    private const int MoveReach = 28;

    private TextSpan _sentence;
    private bool _isMarket;
    private bool _isBusiness;

    /// <param name="sentence">The figure's.</param>
    public bool Has(Quantity figure, TextSpan sentence)
    {
        if (figure.Unit != "%" && (figure.Unit is not ("USD" or "EUR" or "CNY") || figure.HasScale))
        {
            return false;
        }

        Look(sentence);
        if (figure.Unit == "%" && _isBusiness)
        {
            var clause = Clause(figure.Span, sentence);
            if (Business().IsMatch(clause) && !Market().IsMatch(clause))
            {
                return false;
            }
        }

        return _isMarket
            || (
                figure.Unit == "%"
                && !_isBusiness
                && Move().IsMatch(Before(figure.Span, sentence, MoveReach))
            );
    }

    /// <summary>Reads a sentence once, however many figures it has.</summary>
    private void Look(TextSpan sentence)
    {
        if (sentence != _sentence)
        {
            var words = text.Text.AsSpan(sentence.Start, sentence.Length);
            (_sentence, _isMarket, _isBusiness) = (
                sentence,
                Market().IsMatch(words),
                Business().IsMatch(words)
            );
        }
    }

    private ReadOnlySpan<char> Before(TextSpan figure, TextSpan sentence, int reach)
    {
        var from = Math.Max(sentence.Start, figure.Start - reach);
        return text.Text.AsSpan(from, figure.Start - from);
    }

    /// <summary>What stands around a figure up to the next commas: "shares fell 3 %, revenue rose 78 %" has two.</summary>
    private ReadOnlySpan<char> Clause(TextSpan figure, TextSpan sentence)
    {
        const int reach = 120;
        var before = Before(figure, sentence, reach);
        var start = figure.Start - before.Length + Boundary(before) + 1;
        var after = text.Text.AsSpan(
            figure.End,
            Math.Min(sentence.End, figure.End + reach) - figure.End
        );
        var stop = after.IndexOfAny(",，;");
        return text.Text.AsSpan(start, figure.End + (stop < 0 ? after.Length : stop) - start);
    }

    private static int Boundary(ReadOnlySpan<char> before) =>
        Math.Max(
            before.LastIndexOfAny(",，;"),
            Math.Max(
                before.LastIndexOf(" while ", StringComparison.Ordinal),
                before.LastIndexOf(" but ", StringComparison.Ordinal)
            )
        );

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:stocks?|shares?|shareholders|index|indices|S&P|nasdaq|dow|pre-?market|after[- ]hours|trading|session|clos(?:ed|es|ing)\b[^.;,]{0,20}\bat\b|on the day|intraday|52-week|Aktien?|Handel|ticker|apiece|market cap)\b|股价|股票|该股|个股|美股|收报|收于|收跌|收涨|收盘|指数|标普|纳指|道指|盘前|盘后|盘中|累[跌涨]|大[跌涨]|暴[跌涨]|[跌涨]幅|[跌涨]超|市值|/ ?股|每股",
        Flags
    )]
    private static partial Regex Market();

    [GeneratedRegex(
        @"\b(?:revenues?|sales|income|profits?|margins?|earnings|expenses|expenditures?|guidance|outlook|shipments?|orders|backlog|demand|capex|spending|market share)\b|收入|营收|销售额|利润|毛利率|支出|出货|订单|份额|占比|增速",
        Flags
    )]
    private static partial Regex Business();

    [GeneratedRegex(
        @"(?:\b(?:fell|falls?|falling|rose|rises?|rising|drop(?:s|ped|ping)?|slid|slides?|slipp(?:ed|ing)|gain(?:s|ed)?|jump(?:s|ed)?|climb(?:s|ed)?|tumbl(?:es?|ed)|sank|sinks?|lost|los(?:es|ing)|added|adds|surg(?:es?|ed)|plung(?:es?|ed)|soar(?:s|ed)?|slump(?:s|ed)?|down|lower|retreated|rallied|advanced|declined)\b[^.;,]*|[跌涨])$",
        Flags
    )]
    private static partial Regex Move();
}
