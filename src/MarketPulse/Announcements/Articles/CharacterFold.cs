using System.Collections.Frozen;

namespace MarketPulse.Announcements.Articles;

/// <summary>One character for one: full-width forms, odd spaces and quotes to ASCII, traditional characters to simplified.</summary>
/// <remarks>
/// Lengths never change, so an index into folded text is one into the original. The traditional characters are those of the
/// words that readers look for, not all there are. The full-width comma stays: between digits it separates clauses, not thousands.
/// </remarks>
public static class CharacterFold
{
    private const string Pairs =
        "億亿萬万兩两倍倍數数產产發发佈布預预計计將将於于與与圖图晝昼輝辉達达偉伟黃黄勳勋蘇苏電电訊讯報报導导記记編编輯辑譯译財财業业績绩"
        + "營营收收盤盘漲涨跌跌幣币億亿價价錢钱額额減减損损術术製制造造量量個个塊块顆颗張张臺台台台運运算算點点時时間间際际當当地地"
        + "週周後后來来開开關关東东兆兆處处理理器器級级網网絡络聯联體体機机構构層层戰战爭争訂订單单購购買买賣卖貨货質质權权資资訊讯"
        + "歲岁長长對对應应該该這这過过還还實实現现場场會会議议員员隊队師师專专項项軟软硬硬雲云儲储存存記记憶忆頻频寬宽顯显卡卡晶晶"
        + "準准備备簽签約约佔占據据擴扩張张優优勢势競竞爭争視视覺觉環环鏈链條条約约規规範范圍围進进階阶畫画劃划啟启動动聞闻題题標标準准普普納纳斯斯達达瓊琼從从歷历創创紀纪錄录僅仅達达為为無无並并沒没給给經经濟济類类組组織织統统總总裝装載载傳传輸输讓让認认識识調调升升強强讀读寫写應应樣样練练訓训擬拟圓圆鴻鸿積积聖圣馬马遜逊軟软蘋苹軸轴話话說说講讲稱称問问問問間间門门開开闆板領领導导執执長长監监團团國国際际華华灣湾廠厂區区縣县愛爱歐欧盧卢韓韩競竞搶抢佈布屆届舉举辦办參参觀观眾众獲获勝胜負负責责務务幾几萬万歸归屬属頭头邊边";

    private static readonly FrozenDictionary<char, char> Simplified = Enumerable
        .Range(0, Pairs.Length / 2)
        .Select(i => (From: Pairs[2 * i], To: Pairs[(2 * i) + 1]))
        .Where(pair => pair.From != pair.To)
        .DistinctBy(pair => pair.From)
        .ToFrozenDictionary(pair => pair.From, pair => pair.To);

    public static char Fold(char c) =>
        c switch
        {
            < '\u00A0' => c is '\t' ? ' ' : c,
            '\u00A0' or '\u3000' or '\u202F' or (>= '\u2000' and <= '\u200B') or '\uFEFF' => ' ',
            '\u2018' or '\u2019' => '\'',
            '\u201C' or '\u201D' => '"',
            '\u2010' or '\u2011' => '-',
            '\u2212' => '-',
            '\uFF0C' => c,
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            >= '\u4E00' and <= '\u9FFF' => Simplified.GetValueOrDefault(c, c),
            _ => c,
        };

    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Fold(from[i]);
                }
            }
        );
}
