using MarketPulse.Announcements;

namespace MarketPulse.Tests.Announcements;

public class TextPrintTests
{
    private const string Release =
        "The company today presented a server that holds seventy-two accelerators and thirty-six processors in one rack, cooled by liquid. Makers in Taiwan build it, and clouds in America, Europe and Asia will offer it in the second half of the year, according to its founder, who spoke for two hours in San Jose.";

    private const string OtherRelease =
        "A hospital group and the company will train models that read X-ray pictures. Doctors in Rochester check what the models say, patients are asked for their consent first, and results are published next spring in a journal that anyone may read, the partners wrote in a joint letter to their staff.";

    [Fact]
    public void Distance_WireCopyWithAFewWordsChanged_IsSmall()
    {
        var copy =
            "SAN JOSE, March 18 - "
            + Release.Replace("today presented", "has presented", StringComparison.Ordinal)
            + " (Editing by the night desk)";
        Assert.InRange(Print(Release).Distance(Print(copy)), 1, TextPrint.Alike);
    }

    [Fact]
    public void Distance_AnotherText_IsLarge() =>
        Assert.True(Print(Release).Distance(Print(OtherRelease)) > TextPrint.Alike + 6);

    [Fact]
    public void Distance_ChineseCopyWithAnOutletsName_IsSmall()
    {
        const string text =
            "公司今天展示了一款服务器,一个机架里有七十二块加速器和三十六块处理器,采用液冷。台湾厂商负责制造,美国、欧洲和亚洲的云服务商将在今年下半年提供。";
        Assert.InRange(Print(text).Distance(Print("财经网讯 " + text)), 0, TextPrint.Alike);
    }

    [Fact]
    public void Of_ShortText_IsNone() => Assert.Null(TextPrint.Of("NVIDIA launches a GPU"));

    [Fact]
    public void Parse_WhatToStringWrote_IsTheSame()
    {
        Assert.Equal(Print(Release), TextPrint.Parse(Print(Release).ToString()));
        Assert.Null(TextPrint.Parse(""));
        Assert.Null(TextPrint.Parse("not hexadecimal!"));
        Assert.Null(TextPrint.Parse(null));
    }

    [Fact]
    public void Find_OtherTitleOverTheSameText_IsOneStory()
    {
        var known = Items.Telling(
            "NVIDIA shows a rack",
            url: "https://a.example/1",
            guid: "1",
            summary: Release
        );
        var telling = Items.Telling(
            "What San Jose saw on Tuesday: NVIDIA",
            Items.Noon.AddHours(3),
            "https://b.example/2",
            "2",
            Items.Headlines,
            Release + " With files from Taipei."
        );
        Assert.Equal((known, "nearly the same text"), Stories.Find(telling, [known]));
    }

    private static TextPrint Print(string text) => TextPrint.Of(text)!.Value;
}
