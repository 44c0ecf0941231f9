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
        new(AnnouncementKind.Guidance, Ahead(), 0),
        new(AnnouncementKind.Results, Quarter(), 1),
        new(AnnouncementKind.Partnership, Partnership(), 1),
        new(AnnouncementKind.Regulation, State(), 1),
        new(AnnouncementKind.Comment, Opinion(), 0),
        new(AnnouncementKind.Management, Officers(), 0),
        new(AnnouncementKind.Product, Product(), 1),
        new(AnnouncementKind.Comment, Comment(), 0),
    ];

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(financial results|quarterly (results|earnings)|results for (the )?(first|second|third|fourth) quarter|(reports?|posts?|reported|posted) (a )?(record )?(((first|second|third|fourth)[- ]quarter|quarterly|Q[1-4]) |profit|net income|earnings)|(first|second|third|fourth)[- ]quarter (fiscal \d{4} )?(results|earnings)|Q[1-4]( FY ?\d+| fiscal \d+)? (earnings|results)|earnings (beat|miss|top|report|release|surpass|exceed)|CFO commentary)\b|财报|財報|业绩(?!指引|预期|預期|预告)|業績(?!指引|預期|預告)|季度?(营收|營收|净利|淨利|收入)(?!.*(预|預|指引))(?<!预计.{0,12})",
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
        @"\b(keynote|special address|opening address|takes the stage)\b|\b(huang|said|announced|unveiled|revealed|takeaways) (at|from) (nvidia )?(GTC|CES|Computex)\b|\b(huang|CEO)('s)? (speech|address)\b|\b(opening|closing) (talk|speech)\b|\b(GTC|CES|Computex|SIGGRAPH|VivaTech)\b.*\b(highlights|livestream|recap|takeaways|how to watch)\b|\bwatch( live)?\b.*\b(GTC|CES|Computex)\b|主题演讲|主題演講|(GTC|CES|COMPUTEX|黄仁勋|黃仁勳|黄教主).{0,14}(演讲|演講|喊话|喊話|登台|登场|登場|发布会|發表會)|\b(opens|kicks off|headlines) (GTC|CES|Computex)\b|(GTC|CES|COMPUTEX) ?(大[会會]|开讲|開講|开幕|開幕)",
        Flags
    )]
    private static partial Regex Keynote();

    [GeneratedRegex(
        @"\b((diffusion|export) (controls?|licen[cs]es?|rules?|restrictions?|curbs?|bans?|limits?)|(bans?|restricts?|curbs?|limits?) .{0,30}exports?|licen[cs]e requirements?|(needs?|requires?|grants?|gets?) (an? )?licen[cs]es?|approval to sell|(allows?|lets|clears|approves) .{0,20}(sales?|sell|exports?)|antitrust|lawsuits?|sue[sd]?|court|patents? (suit|case|claim)s?|subpoena(s|ed)?|SEC charges|probes?|investigat(es?|ion|ing)|regulators? (question|probe|investigate|ask|fine|warn|approve|clear|order|open)s?|(tells|urges|orders) (its )?(companies|firms|tech firms) to|tariffs?)\b|出口(管制|禁令|许可|許可|限制|需)|(对华|對華|对中国|對中國)(出口|销售|銷售)|限制.{0,8}出口|许可证|許可證|反垄断|反壟斷|立案|约谈|約談|禁令|制裁|诉讼|訴訟|起诉|起訴|关税|關稅",
        Flags
    )]
    private static partial Regex Regulation();

    [GeneratedRegex(
        @"\b(stock split|splits? (its )?(stock|shares)|dividends?|share repurchases?|buybacks?|notes offering|senior notes|(sells|prices|issues) .{0,20}(bonds|notes)|bond (sale|offering)s?|payouts?|credit (facility|line)|bylaws|certificate of incorporation)\b|拆股|派息|股息|配息|分红|分紅|回购|回購|[1一]拆|股票分割|发债|發債|债券|債券",
        Flags
    )]
    private static partial Regex Capital();

    [GeneratedRegex(
        @"\b(board of directors|joins (the |its )?board|appoint(s|ed|ment)?|(chief (executive|financial|operating|accounting) officer|finance chief)|CEO succession|resign(s|ed|ation)?|retire[sd]?|steps? down|directors?|hires? .+ as|(stock|share)holders'? (vote|elect)|annual meeting|(huang|CEO|executive)('s)? (pay|compensation))\b|任命|辞职|辭職|离职|離職|卸任|接任|高管|董事|首席财务官|財務長",
        Flags
    )]
    private static partial Regex Management();

    [GeneratedRegex(
        @"\b(outlook|guidance|forecasts?)\b|\bnext quarter\b|\bwarns? (of|on|about) .{0,12}(sales|revenue|demand|quarter|margin)|\bsees .{0,20}(sales|revenue)\b|(展望|前景|(?<!超出?|超出市场|好于|优于|優於|高于)(预期|預期))",
        Flags
    )]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"\b(quarter(ly)?|Q[1-4]|fiscal|full-year|annual)\b.*\b(revenue|sales|profits?|results|(net )?income|margins?|earnings)\b|\b(revenue|sales|profits?|results|(net )?income|margins?|earnings)\b.*\b(quarter|Q[1-4]|fiscal|year)\b|\bbeats? (on|estimates|expectations|forecasts)\b|\b(top|bottom) line\b|\b(revenue|profit|earnings)\b|\b(first|second|third|fourth)[- ]quarter numbers\b|营收|營收|净利|淨利|利润|利潤|毛利",
        Flags
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"\b(exports?|exported|exporting|permits?|regulators?|regulations?|regulatory|rulings?|patents?|(passes|votes on|drafts) .{0,20}bill|senators?|senate|congress|lawmakers?|legislation|commerce department|white house|trump|biden|beijing|washington|pentagon|government|ministry|customs|smuggl\w+|sanctions?|ban(s|ned)?|curbs?|rules?|security review|national security|charges|fine[sd]?|tax(es)?|levy|judge|jury|trial|settle(s|ment))\b|\b(china|chinese)\b.*\b(sales?|sell|buy(ing)?|purchases?|allow|approv\w+|resume[sd]?|block(s|ed)?)\b|\b(sales?|sell|resume[sd]?|block(s|ed)?)\b.*\bchina\b|出口|获准|獲准|获批|獲批|监管|監管|审查|審查|禁止|解禁|海关|海關|走私|罚款|罰款|白宫|白宮|商务部|商務部|议员|議員|国会|國會|特供|法院|法案|网信办|工信部|发改委|政府|特朗普|川普",
        Flags
    )]
    private static partial Regex State();

    [GeneratedRegex(
        @"\b(options|traders?|swings?|most valuable|trillion|overtakes?|valuations?|overvalued|undervalued|expensive|cheap|room to run|upside|downside|bull(s|ish)?|bear(s|ish)?|bubbles?|bets?|rall(y|ies)|rout|hedge funds?|ETFs?|portfolio|Cathie Wood|Burry|Buffett|Cramer|Bernstein|Morgan Stanley|Goldman|JPMorgan|UBS|Citi(group)?|HSBC|Bank of America|BofA|Jefferies|KeyBanc|Wedbush|Mizuho|Barclays|Evercore|Cantor|Wells Fargo|Deutsche Bank|\d+-day average|(dips?|trades?|trading) (below|above|near)|overweight|outperform|buy rating)\b|\b(is|should you) .*\b(buy|sell)\b|跳水|盘中|盤中|还能买|還能買|能不能买|该买|飙升|飆升|暴跌|暴涨|暴漲|走强|走弱|抛售|拋售|看好|看空|看多|泡沫|最有价值|最值钱|大摩|小摩|高盛|花旗|瑞银|瑞銀|木头姐|巴菲特|期权|評級|评级|投行",
        Flags
    )]
    private static partial Regex Opinion();

    [GeneratedRegex(
        @"\b(CFO|CTO|COO|general counsel|vice president|co-?founders?|leadership|executives?|chief \w+|succession|successor|layoffs?|workforce|heads? of|to (leave|depart|join)|leaves|departs|exits|veteran)\b|离任|離任|换帅|總經理|总经理|退休|加盟|加入英伟达|跳槽|联合创始人|聯合創辦人|接班|裁员|裁員|副总裁",
        Flags
    )]
    private static partial Regex Officers();

    [GeneratedRegex(
        @"\b(partner(s|ed|ship|ing)?|collaborat(e|es|ed|ion|ing)|team(s|ed)? up|agree(s|d|ment)|acquir(e|es|ed|ing)|acquisition|invest(s|ed|ment|ing)?|stake|joint|alliance|works? with|together|join(s|ed)?|deals?|signs?|(and|with) nvidia (to )?(build|develop|create|bring|plan)s?|(chooses|picks|selects|adopts|taps) nvidia|(orders?|to buy|buys) [\d,]+|to (use|adopt|deploy|build on|supply|host) nvidia|(uses|adopts|deploys|supplies) nvidia|backs|funding|funds|licenses .{1,30} technology|licensing|contract|suppl(y|ies|ier)|memorandum|nvidia and [A-Z][\w. ]+ (plan|build|develop|bring|work|create|unveil|to)|[\w.]+ and nvidia (plan|build|develop|bring|work|create|deepen|expand|to)|nvidia, [A-Z]\w+ (to|plan|build|deepen|expand))\b|共建|联合(?!创)|聯合(?!創)|战略|戰略|与.{1,12}(共|开发|打造|推出)|與.{1,12}(共|開發|打造)|采用|採用|选用|供应|供應|领投|注资|持股|合作|收购|收購|入股|投资|投資|携手|攜手|联手|聯手|牵手|签署|簽署|订购|訂購|采购|採購",
        Flags
    )]
    private static partial Regex Partnership();

    [GeneratedRegex(
        @"\b(launch(es|ed)?|introduc(e|es|ed|ing)|unveil(s|ed)?|announc(e|es|ed|ing)|releas(e|es|ed)|ship(s|ped|ping)?|availab(le|ility)|delay(s|ed)?|open[- ]sources?|platform|GPUs?|CPUs?|superchip|chips?|systems?|software|microservices?|models?|supercomputers?|blueprints?|production|manufactur(e|es|ing)|roadmap|processors?|networking|switch(es)?|inference|MLPerf|benchmarks?|details|shows|reveals|previews|debuts?|arriv(es|al)|rolls? out|brings?|comes? to|adds?|updates?|drivers?|graphics cards?|cards?|games?|gaming|robots?|robotics|cars?|autonomous|architecture|laptops?|servers?|racks?|data[- ]cent(er|re)s?|AI factor(y|ies)|quantum|6G|GeForce|RTX|DGX|HGX|MGX|Jetson|Blackwell|Rubin|Feynman|Hopper|Grace|Vera|DLSS|CUDA|Omniverse|Spectrum(-X)?|NVLink|InfiniBand|DRIVE|Isaac|GR00T|Cosmos|Nemotron|NIM|Dynamo|BioNeMo|Thor|H100|H200|H20|B200|B300|GB200|GB300|A100)\b|开售|開賣|架构|架構|车载|車用|机器人|機器人|模型|服务器|伺服器|超算|超级计算机|算力|自动驾驶|自駕|游戏|遊戲|驱动|升级|升級|亮相|曝光|新品|延期|延遲|推迟|发布|發布|發表|推出|芯片|晶片|显卡|顯卡|量产|量產|出货|出貨|上市|开源|開源|路线图|路線圖|平台",
        Flags
    )]
    private static partial Regex Product();

    [GeneratedRegex(
        @"\b(shares|stock|stocks|analysts?|investors|wall street|downgrade[sd]?|upgrade[sd]?)\b|投资者|投資人",
        Flags
    )]
    private static partial Regex Comment();
}
