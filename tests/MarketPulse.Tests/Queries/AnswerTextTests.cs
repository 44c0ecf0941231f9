using MarketPulse.Queries;

namespace MarketPulse.Tests.Queries;

public sealed class AnswerTextTests
{
    private sealed record Row(string Title, double? Figure, string[] Names);

    [Fact]
    public void Lines_NoRows_AreAnEmptyArray() => Assert.Equal("[]\n", AnswerText.Lines<Row>([]));

    [Fact]
    public void Lines_Rows_AreALineEachAndTextStaysReadable() =>
        Assert.Equal(
            "[\n{\"title\":\"黄 − <b>\",\"figure\":0.1,\"names\":[]},\n{\"title\":\"\",\"figure\":null,\"names\":[\"a\"]}\n]\n",
            AnswerText.Lines<Row>([new("黄 − <b>", 0.1, []), new("", null, ["a"])])
        );

    [Theory]
    [InlineData(
        "=HYPERLINK(\"https://example.org\")",
        "\"'=HYPERLINK(\"\"https://example.org\"\")\""
    )]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("plain", "plain")]
    public void Csv_Text_IsNeverAFormula(string title, string cell) =>
        Assert.Equal(
            $"title,figure,names\n{cell},-0.5,x; y\n",
            AnswerText.Csv<Row>([new(title, -0.5, ["x", "y"])])
        );
}
