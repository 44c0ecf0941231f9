using Azure.Data.Tables;
using MarketPulse.Storage;

namespace MarketPulse.Tests.Storage;

public class TableLineTests
{
    /// <summary>A row with every type that a table holds, at its edges.</summary>
    internal static TableEntity EveryType =>
        new("NVDA", "1")
        {
            ["Text"] = "−3.43 % \"黄仁勋\"\n\t🙂",
            ["Empty"] = "",
            ["LooksLikeADate"] = "2025-03-18T20:00:00Z",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["SmallLong"] = 5L,
            ["Whole"] = 5.0,
            ["Fraction"] = 0.1 + 0.2,
            ["Tiny"] = double.Epsilon,
            ["Large"] = double.MaxValue,
            ["MinusZero"] = -0.0,
            ["Yes"] = true,
            ["Tick"] = new DateTimeOffset(2025, 3, 18, 20, 0, 0, TimeSpan.Zero).AddTicks(1),
            ["First"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ["Id"] = Guid.Parse("b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
            ["Bytes"] = new byte[] { 0, 255, 1 },
        };

    [Fact]
    public void Write_EveryType_ReadsBackTheSameTypesAndValues()
    {
        var line = TableLine.Write(EveryType);
        Assert.DoesNotContain('\n', line);
        var read = TableLine.Read(line);
        Assert.Equal(EveryType.Count, read.Count);
        Assert.All(
            read,
            column =>
            {
                Assert.IsType(EveryType[column.Key].GetType(), column.Value);
                Assert.Equal(EveryType[column.Key], column.Value);
            }
        );
        Assert.Equal(line, TableLine.Write(read));
    }

    [Fact]
    public void Write_AnyRow_NamesColumnsInOrderAndTypesOnlyWhereJsonHasNone() =>
        Assert.Equal(
            """{"PartitionKey":"NVDA","RowKey":"1","At@odata.type":"Edm.DateTime","At":"2025-03-18T20:00:00Z","Count":1,"Price":115.0,"Title":"<b> & '黄'","Volume@odata.type":"Edm.Int64","Volume":"299686900"}""",
            TableLine.Write(
                new("NVDA", "1")
                {
                    ["Volume"] = 299_686_900L,
                    ["Title"] = "<b> & '黄'",
                    ["Price"] = 115.0,
                    ["Count"] = 1,
                    ["At"] = new DateTimeOffset(2025, 3, 18, 16, 0, 0, TimeSpan.FromHours(-4)),
                    ["Timestamp"] = DateTimeOffset.UnixEpoch,
                }
            )
        );

    [Theory]
    [InlineData("", "one JSON object")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\"", "one JSON object")]
    [InlineData("[]", "isn't a JSON object")]
    [InlineData("{\"PartitionKey\":\"a\"}", "no text 'RowKey'")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X\":1,\"X\":2}", "one JSON object")]
    [InlineData("{\"PartitionKey\":\"a/b\",\"RowKey\":\"b\"}", "'PartitionKey' must have")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X\":null}", "leave the column out")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X\":[1]}", "'X' is no text")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X\":3000000000}", "Edm.Int64")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X\":1e999}", "'X' is 1e999")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X y\":1}", "can't be a column")]
    [InlineData(
        "{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X@odata.type\":\"Edm.Double\",\"X\":\"NaN\"}",
        "'X' is NaN"
    )]
    [InlineData(
        "{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X@odata.type\":\"Edm.Int64\"}",
        "has no column 'X'"
    )]
    [InlineData(
        "{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X@odata.type\":\"Edm.DateTime\",\"X\":\"tomorrow\"}",
        "no Edm.DateTime"
    )]
    [InlineData(
        "{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X@odata.type\":\"Edm.Decimal\",\"X\":\"1\"}",
        "unknown type"
    )]
    [InlineData(
        "{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"X@odata.type\":\"Edm.Int64\",\"X\":1}",
        "must be text"
    )]
    public void Read_LineThatIsNoRow_IsRefusedWithTheReason(string line, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<FormatException>(() => TableLine.Read(line)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_TextLongerThanAColumn_IsRefused() =>
        Assert.Throws<FormatException>(() =>
            TableLine.Read(
                TableLine.Write(new("a", "b") { ["X"] = new string('x', (32 * 1024) + 1) })
            )
        );
}
