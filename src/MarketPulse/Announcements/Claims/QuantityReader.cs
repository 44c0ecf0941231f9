using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>Finds figures that carry a unit of what announcements promise: multiples, chips, speeds, sizes, money, shares of a hundred.</summary>
public static partial class QuantityReader
{
    /// <summary>
    /// Each pattern's unit; null where the unit's own words decide. The first that matches at a place wins. A pattern is only made
    /// ready and run where the text has one of its words, without which it can't match.
    /// </summary>
    private static readonly (
        Func<Regex> Form,
        Func<Match, (string Unit, double Factor)?> Unit,
        SearchValues<string>? Words
    )[] Forms =
    [
        (TokensASecond, _ => ("tokens/s", 1), Any("token", "词元")),
        (FloatingPoint, m => ("PFLOPS", Math.Pow(10, Prefix(m) - 15)), Any("flop")),
        (ChineseFloatingPoint, _ => ("PFLOPS", 1e-15), Any("浮点", "floating")),
        (Dollars, _ => ("USD", 1), Any("美元", "美金", "好意思元", "好意思金", "dollar", "usd")),
        (DollarSign, _ => ("USD", 1), Any("$")),
        (Euros, _ => ("EUR", 1), Any("€", "欧元", "euro")),
        (Yuan, _ => ("CNY", 1), Any("元")),
        (Data, m => (DataUnit(m), 1), Any("gb", "tb", "pb", "mb", "byte", "bit")),
        (Power, PowerUnit, Any("w", "瓦")),
        (Multiple, _ => ("x", 1), Any("倍", "x", "×", "fold", "times")),
        (MultipleWord, m => Word(m) == 0 ? null : ("x", Word(m)), null),
        (Percent, _ => ("%", 1), Any("%", "percent", "per cent", "Prozent")),
        (Parts, m => (PartsUnit(m), 1), null),
        (Chips, _ => ("chips", 1), Any("chip", "gpu", "cpu", "processors", "accelerators")),
        // 两块 GPU says what a part is made of; a claim counts in digits or by the thousand.
        (
            ChineseChips,
            m =>
                Numeral.Value(m.Groups["number"].Value, m.Groups["scale"].Value) >= 10
                || char.IsAsciiDigit(m.Groups["number"].Value[0])
                    ? ("chips", 1)
                    : null,
            Any("块", "颗", "枚", "片", "张", "个")
        ),
        (Tokens, _ => ("tokens", 1), Any("token", "词元")),
    ];

    /// <summary>In order, none overlapping another.</summary>
    /// <param name="products">Where products are named: a number right before one counts it ("3.6 million Blackwell").</param>
    public static ImmutableArray<Quantity> Read(string text, Func<int, bool> products)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Quantity>();
        var taken = new TakenText(text.Length);
        foreach (var (form, unit, words) in Forms)
        {
            if (words is not null && !text.AsSpan().ContainsAny(words))
            {
                continue;
            }

            for (var match = form().Match(text); match.Success; match = match.NextMatch())
            {
                if (Of(text, match, unit) is { } quantity && taken.TryTake(quantity.Span))
                {
                    found.Add(quantity);
                }
            }
        }

        for (var match = Bare().Match(text); match.Success; match = match.NextMatch())
        {
            if (
                products(match.Index + match.Length)
                && Of(text, match, _ => ("chips", 1)) is { } counted
                && taken.TryTake(counted.Span)
            )
            {
                found.Add(counted);
            }
        }

        return [.. found.OrderBy(q => q.Span.Start)];
    }

    private static Quantity? Of(
        string text,
        Match match,
        Func<Match, (string Unit, double Factor)?> unit
    )
    {
        if (unit(match) is not { } known)
        {
            return null;
        }

        var scale = match.Groups["scale"].Value;
        var value = match.Groups["number"].Success
            ? Numeral.Value(match.Groups["number"].Value, scale)
            : 1;
        return value is null or 0 || !double.IsFinite(value.Value)
            ? null
            : new(
                Math.Round(value.Value * known.Factor, 9),
                known.Unit,
                TextSpan.Trimmed(text, match.Index, match.Index + match.Length),
                scale.Length > 0
            );
    }

    private static SearchValues<string> Any(params ReadOnlySpan<string> words) =>
        SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static double Prefix(Match match) =>
        char.ToLowerInvariant(match.Groups["prefix"].Value[0]) switch
        {
            'e' => 18,
            'p' => 15,
            't' => 12,
            'g' => 9,
            _ => 18 + 3, // zetta
        };

    private static double Word(Match match) =>
        match.Groups["word"].Value.ToLowerInvariant() switch
        {
            "twice"
            or "double"
            or "doubles"
            or "doubled"
            or "doubling"
            or "翻倍"
            or "翻番"
            or "翻一番" => 2,
            "triple" or "triples" or "tripled" or "tripling" or "threefold" => 3,
            "quadruple" or "quadruples" or "quadrupled" or "fourfold" => 4,
            "fivefold" => 5,
            "tenfold" => 10,
            "hundredfold" => 100,
            _ => 0,
        };

    private static string DataUnit(Match match)
    {
        var unit = match.Groups["unit"].Value;
        var size = char.ToUpperInvariant(unit[0]) + (IsBits(unit) ? "b" : "B");
        return match.Groups["rate"].Success ? $"{size}/s" : size;
    }

    private static bool IsBits(string unit) =>
        unit.EndsWith('b') || unit.Contains("bit", StringComparison.OrdinalIgnoreCase);

    private static (string, double)? PowerUnit(Match match) =>
        match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "kw" or "kilowatt" or "kilowatts" or "千瓦" => ("kW", 1),
            "mw" or "megawatt" or "megawatts" or "兆瓦" => ("MW", 1),
            "gw" or "gigawatt" or "gigawatts" or "吉瓦" => ("GW", 1),
            "watts" or "w" => ("W", 1),
            _ => null,
        };

    private static string PartsUnit(Match match) =>
        match.Groups["unit"].Value switch
        {
            "晶体管" or "transistors" or "transistor" => "transistors",
            "参数" or "parameters" or "parameter" => "parameters",
            "nm" or "纳米" or "nanometer" => "nm",
            _ => "systems",
        };

    private const string Figure = "(?<number>" + Numeral.Pattern + ")";
    private const string Scaled = Figure + "[ -]?(?<scale>" + Numeral.ScalePattern + ")?";
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        $@"(?:每秒(?:钟)?[^,，。;\n]{{0,14}}?{Scaled} ?个? ?(?:tokens?|词元)|{Scaled} ?(?:个? ?tokens?|词元) ?(?:/ ?s(?:ec(?:ond)?)?\b|/ ?秒|每秒|(?:per|a|every|each) second))",
        Flags
    )]
    private static partial Regex TokensASecond();

    [GeneratedRegex(
        $@"{Figure}[ -]?(?<prefix>exa|peta|tera|giga|zetta|E|P|T)[ -]?flops?(?:/s)?\b",
        Flags
    )]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(
        $@"(?:每秒(?:钟)?[^,，。;\n]{{0,6}}?)?{Scaled} ?(?:次(?:的)?(?:FP\d+ ?)?浮点(?:运算|计算|盘算推算)|floating[ -]point operations (?:per|a) second)(?:每秒)?",
        Flags
    )]
    private static partial Regex ChineseFloatingPoint();

    [GeneratedRegex($@"{Scaled} ?(?:美元|美金|好意思元|好意思金|(?:us )?dollars?\b|usd\b)", Flags)]
    private static partial Regex Dollars();

    [GeneratedRegex(
        $@"(?<![A-RT-Za-rt-z])(?:US ?)?\$ ?{Figure}(?:[ -]?(?<scale>thousand|million|billion|trillion|bn|mn|[kmbt])\b|(?<scale>[百千万亿兆]{{1,4}}))?",
        Flags
    )]
    private static partial Regex DollarSign();

    [GeneratedRegex($@"(?:€ ?{Scaled}|{Scaled} ?(?:欧元|euros?\b))", Flags)]
    private static partial Regex Euros();

    [GeneratedRegex(
        $@"(?<!(?:台|港)币 ?)(?:人民币 ?)?{Figure} ?(?<scale>[百千万亿]{{1,4}}) ?元(?:人民币)?",
        Flags
    )]
    private static partial Regex Yuan();

    [GeneratedRegex(
        $@"{Figure}[ -]?(?<unit>[GTPM][Bb]|(?:giga|tera|peta|mega)(?:bytes?|bits?))(?<rate> ?/ ?s(?:ec(?:ond)?)?\b|ps\b|(?:每秒)|[ -](?:per|a)[ -]second)?(?![A-Za-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Data();

    [GeneratedRegex(
        $@"{Scaled}[ -]?(?<unit>kilowatts?|megawatts?|gigawatts?|watts|[kMG]W|W|千瓦|兆瓦|吉瓦)(?![A-Za-z时小])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Power();

    [GeneratedRegex(
        $@"(?<![数几])(?:{Scaled} ?倍|{Figure} ?(?:[x×](?![\dA-Za-z])|-?fold\b)|{Figure}[ -]times (?=as |the |more|higher|faster|greater|better|larger|bigger|less|lower|fewer|what|than|that|its|over|compared|increase|improvement|gain|boost|jump|leap)|(?<=(?:by|to|up|increase[sd]?|grow[ns]?|grew|boost[sed]*|than|about|around|roughly|nearly) ){Figure} times\b|{Figure} times\b(?=[^.\n]{{0,40}}\b(?:compute|computation|more|faster|performance|revenue|tokens)))",
        Flags
    )]
    private static partial Regex Multiple();

    [GeneratedRegex(
        @"\b(?<word>twice) (?=as |the |what |that )|\b(?<word>doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadruple[sd]?|threefold|fourfold|fivefold|tenfold|hundredfold)\b(?! (?:down|digit|check|play|take))|(?<word>翻倍|翻番|翻一番)",
        Flags
    )]
    private static partial Regex MultipleWord();

    [GeneratedRegex($@"{Figure} ?(?:%|percent\b|per cent\b|Prozent\b)", Flags)]
    private static partial Regex Percent();

    [GeneratedRegex(
        $@"{Scaled}[ -]?(?:个 ?)?(?<unit>晶体管|transistors?\b|参数|parameters?\b|纳米|nm\b|nanometer\b|台(?=[^,，。\n]{{0,12}}(?:服务器|事业器|系统|超级计算机|机))|systems\b|servers\b|racks\b)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();

    [GeneratedRegex(
        $@"{Scaled} (?:[A-Za-z][\w-]{{0,18}} ){{0,4}}(?:(?:AI )?(?:super)?chips?|GPUs?|CPUs?|processors|accelerators)\b",
        Flags
    )]
    private static partial Regex Chips();

    [GeneratedRegex(
        $@"{Scaled} ?(?:[块颗枚片张](?!钱)|个(?= ?(?:GPU|CPU|芯片)))(?=[^,，。;\n]{{0,30}})",
        Flags
    )]
    private static partial Regex ChineseChips();

    [GeneratedRegex($@"{Scaled} (?:个 ?)?tokens?\b|{Scaled}个? ?(?:tokens|词元)", Flags)]
    private static partial Regex Tokens();

    [GeneratedRegex($@"(?<![$€#-]){Figure} (?<scale>thousand|million|billion) ", Flags)]
    private static partial Regex Bare();
}
