using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

/// <summary>A filing read from its entry's summary alone.</summary>
public class EdgarDraftTests
{
    private const string Number = "0000000001-25-000007";

    [Theory]
    [InlineData($"Filed: 2025-03-18 AccNo: {Number}", "2025-03-18", Number, "")]
    [InlineData(
        $"Filed: 2025-03-18 AccNo: {Number} Size: 4 MB Item 2.02: a Item 9.01: b",
        "2025-03-18",
        Number,
        "2.02 9.01"
    )]
    [InlineData(
        $"Filed: 2025-03-18 AccNo: {Number} Item 2.02 Item 2.02 Item 5: c",
        "2025-03-18",
        Number,
        "2.02 5"
    )]
    [InlineData($"AccNo: {Number} Filed: 2025-03-18", "2025-03-18", Number, "")]
    [InlineData($"Size: 4 MB, Filed: 2025-03-18 and AccNo: {Number}", "2025-03-18", Number, "")]
    [InlineData("Filed: 2025-03-18", "2025-03-18", "", "")]
    [InlineData("Filed: 2024-02-29", "2024-02-29", "", "")]
    [InlineData("Filed: 2025-13-01", null, "", "")]
    [InlineData("Filed: 0000-01-01", null, "", "")]
    [InlineData("Filed: 2025-01-00", null, "", "")]
    [InlineData($"Filed: 2025-02-30 AccNo: {Number}", null, Number, "")]
    [InlineData($"Filed: 2025-3-18 AccNo: 0000000001-25-00000", null, "", "")]
    [InlineData($"Refiled: 2025-03-18 xAccNo: {Number}", null, "", "")]
    [InlineData(
        $"Filed: 2025-03-18 AccNo: {Number} Item 3C.7: d Item 123 Items 2.02 Item 1.",
        "2025-03-18",
        Number,
        "1"
    )]
    [InlineData("", null, "", "")]
    public void Finish_Summary_TellsDateNumberAndItems(
        string summary,
        string? filed,
        string number,
        string items
    )
    {
        var filing = new EdgarDraft().Finish(summary, null);
        Assert.Equal(
            filed is null ? null : DateOnly.ParseExact(filed, "yyyy-MM-dd"),
            filing.FiledOn
        );
        Assert.Equal(number, filing.AccessionNumber);
        Assert.Equal(items, string.Join(' ', filing.Items));
    }
}
