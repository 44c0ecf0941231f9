using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Lexicons;

public class LexiconTests
{
    [Theory]
    [InlineData("Blackwell Ultra follows Blackwell.", "Blackwell Ultra", "Blackwell")]
    [InlineData("下一代 Vera Rubin Ultra 芯片", "Rubin Ultra")]
    [InlineData(
        "Vera Rubin 由名为 Vera 的 CPU 和名为 Rubin 的 GPU 构成",
        "Vera Rubin",
        "Vera",
        "Rubin"
    )]
    [InlineData("黃仁勳與蘇姿丰", "Jensen Huang", "Lisa Su")]
    [InlineData("黄仁勋和苏姿丰", "Jensen Huang", "Lisa Su")]
    [InlineData("輝達、英偉達、英伟达", "NVIDIA", "NVIDIA", "NVIDIA")]
    [InlineData("BLACKWELL ULTRA SHIPS", "Blackwell Ultra")]
    [InlineData("two H100s in a DGX", "H100", "DGX")]
    [InlineData("在GB200上运行DeepSeek-R1", "GB200", "DeepSeek-R1")]
    [InlineData("NVIDIA’s GTC", "NVIDIA", "GTC")]
    [InlineData("Ｈ２００", "H200")]
    public void Find_Names_AreTheLexiconsOwn(string text, params string[] names) =>
        Assert.Equal(names, Find(text).Select(m => m.Name));

    [Theory]
    [InlineData("The GPU, the CPU and AI")]
    [InlineData("a rubinesque painter, a grasshopper, a metaphor")]
    [InlineData("an arm and a meta question")]
    [InlineData("SH100X")]
    public void Find_WhatIsNoName_GivesNothing(string text) => Assert.Empty(Find(text));

    private static System.Collections.Immutable.ImmutableArray<Mention> Find(string text) =>
        Names.Find(ReadableText.Of(Read(text)));
}
