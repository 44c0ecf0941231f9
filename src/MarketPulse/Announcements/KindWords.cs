using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>The words that tell a kind, English and Chinese (simplified and traditional).</summary>
/// <param name="WeightInText">What one match counts in an article's text; 0 where the words say nothing there.</param>
internal sealed partial record KindWords(AnnouncementKind Kind, Regex Words, int WeightInText)
{
    /// <summary>In a title the first match wins, so the order is from the most to the least telling words.</summary>
    public static readonly IReadOnlyList<KindWords> InOrder =
    [
        new(AnnouncementKind.Results, Results(), 3),
        new(AnnouncementKind.Guidance, Guidance(), 3),
        new(AnnouncementKind.Comment, MarketReport(), 1),
        new(AnnouncementKind.Keynote, Keynote(), 3),
        new(AnnouncementKind.Regulation, Regulation(), 2),
        new(AnnouncementKind.Capital, Capital(), 3),
        new(AnnouncementKind.Management, Management(), 2),
        new(AnnouncementKind.Results, Quarter(), 1),
        new(AnnouncementKind.Partnership, Partnership(), 1),
        new(AnnouncementKind.Product, Product(), 1),
        new(AnnouncementKind.Comment, Comment(), 0),
    ];

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(financial results|quarterly (results|earnings)|results for (the )?(first|second|third|fourth) quarter|(reports?|posts?|reported|posted) (a )?(record )?(((first|second|third|fourth)[- ]quarter|quarterly|Q[1-4]) |profit|net income|earnings)|(first|second|third|fourth)[- ]quarter (fiscal \d{4} )?(results|earnings)|Q[1-4]( FY ?\d+| fiscal \d+)? (earnings|results)|earnings (beat|miss|top|report|release|surpass|exceed)|CFO commentary)\b|财报|財報|业绩(?!指引|预期|預期|预告)|業績(?!指引|預期|預告)|季度?(营收|營收|净利|淨利|收入)(?!.*(预|預|指引))(?<!预计.{0,12})|财季营收(?<!预计.{0,12})",
        Flags
    )]
    private static partial Regex Results();

    [GeneratedRegex(
        @"\b((updated?|revise[sd]?) (financial )?(results|outlook|guidance)|(cuts?|raises?|lowers?|lifts?|trims?|updates?|revises?|withdraws?|reaffirms?|boosts?) (its |the )?((\w+[- ])?(quarter(ly)?|revenue|sales|profit|full-year|annual) )?(outlook|guidance|forecast)|(forecasts?|expects?|projects?|sees|guides?) ((first|second|third|fourth|next|current|this)[- ]quarter )?(quarterly )?(revenue|sales)|guides? (for )?((first|second|third|fourth|next)[- ]quarter )|(outlook|guidance) (tops|beats|misses|disappoints))\b|指引|(预计|預計|预期|預期).{0,10}(营收|營收|收入)|(上调|下调|上調|下調|上修|下修).{0,6}(营收|營收|预期|預期|预测|財測|财测|展望)|财测|財測",
        Flags
    )]
    private static partial Regex Guidance();

    [GeneratedRegex(
        @"^stock market today\b|^(markets?|stocks?) (wrap|close|open)|\b(shares|stock) (in focus|falls?|rises?|drops?|sinks?|leaps?|closes?|ends?|slips?|jumps?|gains?|climbs?|tumbles?|plunges?|soars?|surges?|rall(y|ies)|slides?|rebounds?|is (up|down)|fell|rose|sank|jumped|dropped|closed|ended|loses|hits)\b|\b(nvidia|nvda) (sank|sinks|tumbles?|plunges?|plunged|slides?|slumps?|soars?|surges?|rallies|leads chip|closes|closed|fell|falls|drops|dropped)\b|\bprice target\b|\b(upgraded|downgraded) (to|at|by)\b|\bmarket (value|cap(itali[sz]ation)?)\b|\bsell-?off\b|\bstock a buy\b|\breasons to (buy|sell)\b|股价|股價|目标价|目標價|市值|收报|收報|收涨|收漲|收跌|收盘|收盤|大涨|大漲|大跌|[跌涨漲]超|估值|分析师|分析師",
        Flags
    )]
    private static partial Regex MarketReport();

    [GeneratedRegex(
        @"\b(keynote|special address|opening address|takes the stage)\b|\b(said|announced|unveiled|revealed|takeaways) (at|from) (nvidia )?(GTC|CES|Computex)\b|\b(huang|CEO)('s)? (speech|address)\b|主题演讲|主題演講|(GTC|CES|COMPUTEX|黄仁勋|黃仁勳).{0,14}(演讲|演講|喊话|喊話|登台|登场|登場|发布会|發表會)|(GTC|CES|COMPUTEX) ?大[会會]",
        Flags
    )]
    private static partial Regex Keynote();

    [GeneratedRegex(
        @"\b((diffusion|export) (controls?|licen[cs]es?|rules?|restrictions?|curbs?|bans?|limits?)|(bans?|restricts?|curbs?|limits?) .{0,30}exports?|licen[cs]e requirements?|(needs?|requires?|grants?|gets?) (an? )?licen[cs]es?|approval to sell|(allows?|lets|clears|approves) .{0,20}(sales?|sell|exports?)|antitrust|lawsuits?|sue[sd]?|court|patents? (suit|case|claim)s?|subpoena(s|ed)?|SEC charges|probes?|investigat(es?|ion|ing)|regulators? (question|probe|investigate|ask|fine|warn|approve|clear|order|open)s?|(tells|urges|orders) (its )?(companies|firms|tech firms) to|tariffs?)\b|出口(管制|禁令|许可|許可|限制|需)|(对华|對華|对中国|對中國)(出口|销售|銷售)|限制.{0,8}出口|许可证|許可證|反垄断|反壟斷|立案|约谈|約談|禁令|制裁|诉讼|訴訟|起诉|起訴|关税|關稅",
        Flags
    )]
    private static partial Regex Regulation();

    [GeneratedRegex(
        @"\b(stock split|dividends?|share repurchases?|buybacks?|notes offering|senior notes|(sells|prices|issues) .{0,20}(bonds|notes)|bylaws|certificate of incorporation)\b|拆股|股息|分红|分紅|回购|回購|[1一]拆|股票分割|发债|發債|债券|債券",
        Flags
    )]
    private static partial Regex Capital();

    [GeneratedRegex(
        @"\b(board of directors|joins (the |its )?board|appoint(s|ed|ment)?|(chief (executive|financial|operating|accounting) officer|finance chief)|CEO succession|resign(s|ed|ation)?|retire[sd]?|steps? down|directors?|hires? .+ as|(stock|share)holders'? (vote|elect)|annual meeting|(huang|CEO|executive)('s)? (pay|compensation))\b|任命|辞职|辭職|离职|離職|卸任|接任|高管|董事|首席财务官|財務長",
        Flags
    )]
    private static partial Regex Management();

    [GeneratedRegex(@"\bquarter(ly)? (revenue|profit|sales|net income)\b", Flags)]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"\b(partner(s|ed|ship|ing)?|collaborat(e|es|ed|ion|ing)|team(s|ed)? up|agree(s|d|ment)|acquir(e|es|ed|ing)|acquisition|invest(s|ed|ment|ing)?|stake|joint|alliance|works? with|together|join(s|ed)?|deals?|signs?|(and|with) nvidia (to )?(build|develop|create|bring|plan)s?|(chooses|picks|selects|adopts|taps) nvidia|(orders?|to buy|buys) [\d,]+)\b|合作|收购|收購|入股|投资|投資|携手|攜手|联手|聯手|牵手|签署|簽署|订购|訂購|采购|採購",
        Flags
    )]
    private static partial Regex Partnership();

    [GeneratedRegex(
        @"\b(launch(es|ed)?|introduc(e|es|ed|ing)|unveil(s|ed)?|announc(e|es|ed|ing)|releas(e|es|ed)|ship(s|ped|ping)?|availab(le|ility)|delay(s|ed)?|open[- ]sources?|platform|GPUs?|CPUs?|superchip|chips?|systems?|software|microservices?|models?|supercomputers?|blueprints?|production|manufactur(e|es|ing)|roadmap|processors?|networking|switch(es)?|inference|MLPerf|benchmarks?)\b|发布|發布|發表|推出|芯片|晶片|显卡|顯卡|量产|量產|出货|出貨|上市|开源|開源|路线图|路線圖|平台",
        Flags
    )]
    private static partial Regex Product();

    [GeneratedRegex(
        @"\b(shares|stock|stocks|analysts?|investors|wall street|downgrade[sd]?|upgrade[sd]?)\b|投资者|投資人",
        Flags
    )]
    private static partial Regex Comment();
}
