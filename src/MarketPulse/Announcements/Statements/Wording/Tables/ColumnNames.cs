using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Tables;

/// <summary>Tells what a table's column holds, by its head.</summary>
internal static class ColumnNames
{
    public static PriceField? Field(string cell) =>
        PlainCharacters.Of(cell.Split('(', '（')[0].Trim()) switch
        {
            "open" or "opening" or "open price" or "eröffnung" or "开盘" or "开盘价" =>
                PriceField.Open,
            "high" or "daily high" or "hoch" or "最高" or "最高价" => PriceField.High,
            "low" or "daily low" or "tief" or "最低" or "最低价" => PriceField.Low,
            "close"
            or "closing price"
            or "close price"
            or "schluss"
            or "schlusskurs"
            or "收盘"
            or "收盘价" => PriceField.Close,
            "move"
            or "% change"
            or "change %"
            or "change (%)"
            or "chg %"
            or "change"
            or "daily change"
            or "涨跌幅"
            or "当日涨跌"
            or "当日涨跌幅"
            or "日涨跌幅"
            or "单日涨跌幅"
            or "日涨幅" => PriceField.Change,
            "年初至今"
            or "年内涨幅"
            or "年内涨跌幅"
            or "今年涨幅"
            or "今年以来"
            or "年初至今涨跌幅"
            or "今年以来涨幅" => PriceField.YearToDate,
            _ => null,
        };

    public static bool IsName(string cell) =>
        PlainCharacters.Of(cell)
            is "股票"
                or "名称"
                or "公司"
                or "代码"
                or "个股"
                or "标的"
                or "股票名称"
                or "公司名称"
                or "证券名称"
                or "简称";

    public static bool IsDate(string cell) =>
        PlainCharacters.Of(cell) is "date" or "day" or "session" or "datum" or "日期";
}
