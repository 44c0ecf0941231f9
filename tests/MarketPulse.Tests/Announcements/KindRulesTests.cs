using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class KindRulesTests
{
    // EDGAR titles every 8-K alike; what it is about stands in the summary.
    private const string Filing = "8-K  - Current report";

    [Theory]
    [InlineData("2.02", AnnouncementKind.Results, "8-K item 2.02 (results of operations)")]
    [InlineData("5.02", AnnouncementKind.Management, "8-K item 5.02 (directors and officers)")]
    [InlineData("5.07", AnnouncementKind.Management, "8-K item 5.07 (shareholders' vote)")]
    [InlineData("5.03", AnnouncementKind.Capital, "8-K item 5.03 (articles or bylaws)")]
    [InlineData("1.01", AnnouncementKind.Partnership, "8-K item 1.01 (material agreement)")]
    [InlineData("7.01", AnnouncementKind.Guidance, "8-K item 7.01 (Regulation FD disclosure)")]
    public void Classify_FilingWithATellingItem_GoesByTheItem(
        string item,
        AnnouncementKind kind,
        string reason
    ) =>
        Assert.Equal(
            (kind, reason),
            KindRules.Classify(
                Items.Item(
                    Filing,
                    summary: $"Filed: 2025-02-26 AccNo: 0001045810-25-000021 Size: 420 KB Item {item}: Some Words Item 9.01: Financial Statements and Exhibits"
                )
            )
        );

    [Fact]
    public void Classify_FilingWithSeveralItems_GoesByTheWeightiest() =>
        Assert.Equal(
            AnnouncementKind.Results,
            KindRules
                .Classify(Items.Item(Filing, summary: "Item 7.01: Reg FD Item 2.02: Results"))
                .Kind
        );

    [Fact]
    public void Classify_FilingWithOtherItems_GoesByItsWords() =>
        Assert.Equal(
            AnnouncementKind.Regulation,
            KindRules
                .Classify(
                    Items.Item(
                        Filing,
                        summary: "Item 8.01: Other Events. The government requires a license requirement for exports."
                    )
                )
                .Kind
        );

    [Fact]
    public void Classify_BareFiling_IsOther() =>
        Assert.Equal(
            (AnnouncementKind.Other, "8-K without a telling item"),
            KindRules.Classify(Items.Item(Filing, summary: "Filed: 2025-02-26 Size: 420 KB"))
        );

    [Fact]
    public void Classify_ItemNumberInAnOrdinaryStory_SaysNothing() =>
        Assert.Equal(
            AnnouncementKind.Other,
            KindRules.Classify(Items.Item("A quiet day", summary: "Item 2.02 of the list")).Kind
        );

    [Theory]
    [InlineData("NVIDIA Announces Financial Results for First Quarter", AnnouncementKind.Results)]
    [InlineData("NVIDIA Raises Its Outlook", AnnouncementKind.Guidance)]
    [InlineData("GTC 2025 Keynote With Jensen Huang", AnnouncementKind.Keynote)]
    [InlineData("New Export Controls on Chips", AnnouncementKind.Regulation)]
    [InlineData("NVIDIA Announces Ten-for-One Stock Split", AnnouncementKind.Capital)]
    [InlineData("NVIDIA Appoints a Chief Financial Officer", AnnouncementKind.Management)]
    [InlineData("NVIDIA and Mayo Clinic Collaborate", AnnouncementKind.Partnership)]
    [InlineData("NVIDIA Launches a GPU", AnnouncementKind.Product)]
    [InlineData("NVIDIA stock falls after results", AnnouncementKind.Comment)]
    [InlineData("Stock market today: chips lead", AnnouncementKind.Comment)]
    [InlineData("英伟达财报超预期", AnnouncementKind.Results)]
    [InlineData("英伟达发布新芯片", AnnouncementKind.Product)]
    public void Classify_TellingWords_DecideAndAreNamed(string title, AnnouncementKind expected)
    {
        var (kind, reason) = KindRules.Classify(Items.Item(title));
        Assert.Equal(expected, kind);
        Assert.Contains(reason.Trim('\''), title, StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_NoTellingWord_IsOtherAndSaysSo() =>
        Assert.Equal(
            (AnnouncementKind.Other, "no telling word in the title"),
            KindRules.Classify(Items.Item("A letter from Santa Clara", summary: "keynote"))
        );
}
