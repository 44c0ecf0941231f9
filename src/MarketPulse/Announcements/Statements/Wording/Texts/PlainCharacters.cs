namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Writes a text in one plain way (ASCII signs, lower case, simplified characters), character for character.</summary>
internal static class PlainCharacters
{
    // Only the characters of the lexicon's own words: traditional, then simplified.
    private const string Traditional =
        "漲報盤達偉輝開價時間際場終點區於較從歷漸據長門標費導體納瓊義蘋億萬圓後預計將會營約單當個買賣這顯錄創準證滬紐東發稱該關頭風險臺灣聯電積網軟麗華為潤實現雙雖隨傳憂慮訊觸見擴張熱傑變動總額極揚彈躍縮貶損貝務穩處負貨紀飆週歲禮號數鐘兩勁劇閃調幾滯過還轉銳墜臨飛驟強續進連誌貴縱橫戰佈昇餘嚴測應聲複優範圍檔擊復壓撐權執選擇對衝頂遠訂屬產佔庫齊領觀責資業績銷倉減歐韓幣塊錢鎊審環階稅內們爲絕慘懷獨羅腦採馬遜鴻廣緯騰維藝爾釋諾亞蘭愛絡練組給結統細無與係齡陽併鬆兌鉅鏈競認議讓響繼紛擔憑歡嶄躥竄噴啟徵來倫備傢債儀儲凈別則剋勝勞勢匯卽噹國團孫寧寶峯彔彙彿恆拚換摺攜斬旂暫曆書樂機檯檻殺氣氾汎沖洩淨淩滙滿潔潛濟瀉瑪産盪碩穀穎紅紙級經綜綠綫緑線緻纍罰脹臉舊蕩衕裡製記設証評詩謀財購賽踰車迴遞邁鈡銀録錶鍾閉閤闆陞隱隻離髮鵬麥黃龍頹跡趨寬狹搖擺攤輸頓歸亂敗嚇湧溫鐵銅鋼鏡陣隊誤輕運適鎖闖難靜順須題類館飽驚鬥鬧魯鮮黨籌質贏贈贖載辭遲邊鄰釐針鈍鉛鍵鏟閒閱陸雜靈頁頻顧飾養駐駕驗鳴齒";

    private const string Simplified =
        "涨报盘达伟辉开价时间际场终点区于较从历渐据长门标费导体纳琼义苹亿万圆后预计将会营约单当个买卖这显录创准证沪纽东发称该关头风险台湾联电积网软丽华为润实现双虽随传忧虑讯触见扩张热杰变动总额极扬弹跃缩贬损贝务稳处负货纪飙周岁礼号数钟两劲剧闪调几滞过还转锐坠临飞骤强续进连志贵纵横战布升余严测应声复优范围档击复压撑权执选择对冲顶远订属产占库齐领观责资业绩销仓减欧韩币块钱镑审环阶税内们为绝惨怀独罗脑采马逊鸿广纬腾维艺尔释诺亚兰爱络练组给结统细无与系龄阳并松兑巨链竞认议让响继纷担凭欢崭蹿窜喷启征来伦备家债仪储净别则克胜劳势汇即当国团孙宁宝峰录汇佛恒拼换折携斩旗暂历书乐机台槛杀气泛泛冲泄净凌汇满洁潜济泻玛产荡硕谷颖红纸级经综绿线绿线致累罚胀脸旧荡同里制记设证评诗谋财购赛逾车回递迈钟银录表钟闭合板升隐只离发鹏麦黄龙颓迹趋宽狭摇摆摊输顿归乱败吓涌温铁铜钢镜阵队误轻运适锁闯难静顺须题类馆饱惊斗闹鲁鲜党筹质赢赠赎载辞迟边邻厘针钝铅键铲闲阅陆杂灵页频顾饰养驻驾验鸣齿";

    private static readonly Dictionary<char, char> Plainer = Table();

    /// <summary>A text of the same length: an index into it is an index into the original.</summary>
    public static string Of(ReadOnlySpan<char> text) =>
        string.Create(
            text.Length,
            text,
            static (plain, from) =>
            {
                for (var i = 0; i < plain.Length; i++)
                {
                    plain[i] = Of(from[i]);
                }

                Pinyin.Blank(from, plain);
            }
        );

    private static char Of(char c) =>
        c < 128 ? char.ToLowerInvariant(c)
        : Plainer.TryGetValue(c, out var plain) ? plain
        : c is >= '！' and <= '～' ? char.ToLowerInvariant((char)(c - 0xFEE0))
        : char.IsWhiteSpace(c) ? ' '
        : char.ToLowerInvariant(c);

    private static Dictionary<char, char> Table()
    {
        var table = new Dictionary<char, char>
        {
            ['−'] = '-',
            ['–'] = '-',
            ['‐'] = '-',
            ['‑'] = '-',
            ['—'] = '—',
            ['﹣'] = '-',
            ['’'] = '\'',
            ['‘'] = '\'',
            ['“'] = '"',
            ['”'] = '"',
            ['、'] = ',',
            ['。'] = '。',
            ['○'] = '〇',
            ['％'] = '%',
            ['﹪'] = '%',
            ['＄'] = '$',
            ['﹩'] = '$',
            ['▲'] = '+',
            ['▼'] = '-',
            ['△'] = '+',
            ['▽'] = '-',
            ['⬆'] = '+',
            ['⬇'] = '-',
            ['\u00a0'] = ' ',
            ['\u202f'] = ' ',
            ['\u3000'] = ' ',
            ['\u200b'] = ' ',
        };
        for (var i = 0; i < Traditional.Length; i++)
        {
            table[Traditional[i]] = Simplified[i];
        }

        return table;
    }
}
