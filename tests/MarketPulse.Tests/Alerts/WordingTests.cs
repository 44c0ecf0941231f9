using System.Text.Json;
using System.Text.RegularExpressions;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;

namespace MarketPulse.Tests.Alerts;

public partial class WordingTests
{
    public static TheoryData<string> Contents => AlertContents.Names;

    [Fact]
    public void ChineseTable_EverySentence_KeepsItsFigures()
    {
        var table = JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(
                Path.Combine(Repository.Root, "src", "MarketPulse", "Alerts", "Wording.zh.json")
            )
        )!;
        Assert.All(
            table,
            pair =>
                Assert.Equal(
                    Figure().Matches(pair.Key).Select(m => m.Value).Order(),
                    Figure().Matches(pair.Value).Select(m => m.Value).Order()
                )
        );
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Compose_InChinese_LacksNoSentence(string name)
    {
        var words = new Wording("zh", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var content = AlertContents.Named(name) with { Words = words };
        using var message = await new AlertEmail().ComposeAsync(
            content,
            AlertContents.From,
            AlertContents.To,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(words.Untranslated);
        Assert.Contains("lang=\"zh-Hans\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("为何收到此邮件", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Subject_InChinese_SaysWhatMovedAndTheVerdict()
    {
        var content = AlertContents.Keynote() with { Words = new("zh", TimeZoneInfo.Utc) };
        Assert.Equal(
            "NVDA −3.43 %，主题演讲当日：在市场可解释的范围之内",
            AlertWords.Subject(content)
        );
    }

    [Fact]
    public void Chinese_EveryKindAndVerdict_HasItsWords()
    {
        var words = new Wording("zh", TimeZoneInfo.Utc);
        foreach (var kind in Enum.GetValues<AnnouncementKind>())
        {
            words.Word(AlertWords.Kind(kind));
            words.Word(AlertStory.Name(kind));
        }

        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            words.Word(AlertWords.Label(verdict));
        }

        Assert.Empty(words.Untranslated);
    }

    [Theory]
    [InlineData("America/New_York", "2025-03-18 13:00 New York (17:00 UTC)")]
    [InlineData("Europe/Berlin", "2025-03-18 13:00 New York (18:00 Berlin)")]
    [InlineData("Asia/Shanghai", "2025-03-18 13:00 New York (2025-03-19 01:00 Shanghai)")]
    public void Instant_OfAReader_GivesTheExchangesTimeAndTheirs(string zone, string expected) =>
        Assert.Equal(
            expected,
            new Wording("en", TimeZoneInfo.FindSystemTimeZoneById(zone)).Instant(
                new(2025, 3, 18, 17, 0, 0, TimeSpan.Zero)
            )
        );

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Figure();
}
