using System.Buffers;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>What a multiple or a share of a hundred is a multiple of: compute, tokens, speed, revenue.</summary>
internal static partial class Measures
{
    private const int Reach = 48;
    private const int FarReach = 160;

    private static readonly (string Measure, Regex Words)[] All =
    [
        ("tokens", Tokens()),
        ("revenue", Revenue()),
        ("speed", Speed()),
        ("compute", Compute()),
        ("performance", Performance()),
        ("bandwidth", Bandwidth()),
        ("memory", Memory()),
        ("power", Power()),
        ("cost", Cost()),
        ("profit", Profit()),
        ("shipments", Shipments()),
    ];

    /// <summary>
    /// Of every word below a piece that no text with the word lacks: most figures have none of them near, which one search tells.
    /// </summary>
    private static readonly SearchValues<string> Stems = SearchValues.Create(
        (ReadOnlySpan<string>)
            [
                .. "token revenue sales income speed fast responsive quick comput performan bandwidth memory energy power".Split(
                    ' '
                ),
                .. "cost cheaper price profit margin earnings shipment demand order".Split(' '),
                .. "词元 收入 营收 销售额 速率 速度 快 算力 计算 盘算推算 运算量 性能 效能 带宽 内存 显存 能效 功耗".Split(
                    ' '
                ),
                .. "成本 价格 售价 定价 利润 毛利率 出货 需求 订单".Split(' '),
                // The Kelvin sign is a k where case doesn't count.
                "\u212a",
            ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The nearest measure in a figure's clause, before it or, where there is none, right behind it; null where neither names one.</summary>
    public static string? Of(string text, TextSpan figure, TextSpan sentence)
    {
        var from = Math.Max(sentence.Start, figure.Start - Reach);
        var to = Math.Min(sentence.End, figure.End + Reach);
        var before = text.AsSpan(from..figure.Start);
        var after = text.AsSpan(figure.End..to);
        // "100 times more compute": in English what follows is nearer than what came in the clause before.
        var near = char.IsAscii(text[Math.Max(figure.Start, figure.End - 1)])
            ? First(after) ?? Last(before)
            : Last(before) ?? First(after);
        // "Revenue of the quarter that ended on … was …, up 78 %".
        return near
            ?? Last(text.AsSpan(Math.Max(sentence.Start, figure.Start - FarReach)..figure.Start));
    }

    private static string? Last(ReadOnlySpan<char> text)
    {
        var (best, at) = ((string?)null, -1);
        if (!text.ContainsAny(Stems))
        {
            return best;
        }

        foreach (var (measure, words) in All)
        {
            foreach (var match in words.EnumerateMatches(text))
            {
                (best, at) = match.Index > at ? (measure, match.Index) : (best, at);
            }
        }

        return best;
    }

    private static string? First(ReadOnlySpan<char> text)
    {
        var (best, at) = ((string?)null, int.MaxValue);
        if (!text.ContainsAny(Stems))
        {
            return best;
        }

        foreach (var (measure, words) in All)
        {
            foreach (var match in words.EnumerateMatches(text))
            {
                (best, at) = match.Index < at ? (measure, match.Index) : (best, at);
                break;
            }
        }

        return best;
    }

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\btokens?\b|(?<=[\u4e00-\u9fff ])tokens?|词元", Flags)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\brevenues?\b|\bsales\b|\bincome\b|收入|营收|销售额", Flags)]
    private static partial Regex Revenue();

    [GeneratedRegex(
        @"\bspeeds?\b|\bfast(?:er)?\b|\bresponsive|\bquick(?:er|ly)?\b|速率|速度|快",
        Flags
    )]
    private static partial Regex Speed();

    [GeneratedRegex(
        @"\bcompute\b|\bcomput(?:ation|ing)\b|算力|计算量|计算需求|盘算推算量|盘算推算需求|盘算推算$|运算量",
        Flags
    )]
    private static partial Regex Compute();

    [GeneratedRegex(@"\bperforman(?:ce|t)\b|性能|效能", Flags)]
    private static partial Regex Performance();

    [GeneratedRegex(@"\bbandwidth\b|带宽", Flags)]
    private static partial Regex Bandwidth();

    [GeneratedRegex(@"\bmemory\b|内存|显存", Flags)]
    private static partial Regex Memory();

    [GeneratedRegex(@"\benergy\b|\bpower[ -]efficien|\bpower consumption\b|能效|功耗", Flags)]
    private static partial Regex Power();

    [GeneratedRegex(@"\bcosts?\b|\bcheaper\b|\bprice\b|成本|价格|售价|定价", Flags)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\bprofits?\b|\bmargins?\b|\bearnings\b|利润|毛利率", Flags)]
    private static partial Regex Profit();

    [GeneratedRegex(@"\bshipments?\b|\bdemand\b|\borders\b|出货量?|需求|订单", Flags)]
    private static partial Regex Shipments();
}
