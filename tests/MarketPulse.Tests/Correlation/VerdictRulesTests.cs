using MarketPulse.Announcements;
using MarketPulse.Correlation;

namespace MarketPulse.Tests.Correlation;

public class VerdictRulesTests
{
    [Theory]
    [InlineData(0.03, "p = 0.030 is under 0.05, and no other announcement is known in the window")]
    [InlineData(
        0.0001,
        "p < 0.001 is under 0.05, and no other announcement is known in the window"
    )]
    [InlineData(
        0.04997,
        "p = 0.0499 is under 0.05, and no other announcement is known in the window"
    )]
    public void Decide_UnderTheLevelAlone_IsSignificant(double p, string reason) =>
        Assert.Equal(
            (Verdict.Significant, reason),
            VerdictRules.Decide(SampleStudies.Figures(p), [])
        );

    [Fact]
    public void Decide_UnderTheLevelWithAnother_IsConfoundedAndNamesIt() =>
        Assert.Equal(
            (
                Verdict.Confounded,
                "p = 0.030 is under 0.05, but the window holds 1 other announcement: A results day"
            ),
            VerdictRules.Decide(
                SampleStudies.Figures(0.03),
                SampleStudies.Confounders("A results day")
            )
        );

    [Fact]
    public void Decide_UnderTheLevelWithSeveral_NamesThemAll() =>
        Assert.EndsWith(
            "the window holds 2 other announcements: A; B",
            VerdictRules
                .Decide(SampleStudies.Figures(0.03), SampleStudies.Confounders("A", "B"))
                .Reason,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0.05)] // The level itself isn't under the level.
    [InlineData(0.892)]
    [InlineData(1)]
    public void Decide_NotUnderTheLevel_IsNotDistinguishableFromNoise(double p)
    {
        var (verdict, reason) = VerdictRules.Decide(
            SampleStudies.Figures(p),
            SampleStudies.Confounders("A")
        );
        Assert.Equal(Verdict.NotDistinguishableFromNoise, verdict);
        Assert.StartsWith($"p = {p:0.000} is not under 0.05", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_NoFigures_IsNotEnoughDataForTheirReason() =>
        Assert.Equal(
            (Verdict.NotEnoughData, "no bars around 2025-03-18"),
            VerdictRules.Decide(StudyFigures.Missing("no bars around 2025-03-18"), [])
        );

    [Fact]
    public void Decide_FigureThatIsNone_IsNotEnoughData() =>
        Assert.Equal(
            (Verdict.NotEnoughData, "the model fits exactly, which real prices don't"),
            VerdictRules.Decide(SampleStudies.Figures(double.NaN), [])
        );

    [Theory]
    [InlineData(AnnouncementKind.Results, true)]
    [InlineData(AnnouncementKind.Partnership, true)]
    [InlineData(AnnouncementKind.Comment, false)]
    [InlineData(AnnouncementKind.Other, false)]
    public void CanConfound_Kind_IsWhetherItAnnounces(AnnouncementKind kind, bool expected) =>
        Assert.Equal(expected, VerdictRules.CanConfound(kind));

    [Fact]
    public void Decide_AnyVerdict_SaysNothingOfACause()
    {
        string[] reasons =
        [
            VerdictRules.Decide(SampleStudies.Figures(0.01), []).Reason,
            VerdictRules.Decide(SampleStudies.Figures(0.01), SampleStudies.Confounders("A")).Reason,
            VerdictRules.Decide(SampleStudies.Figures(0.5), []).Reason,
        ];
        Assert.All(
            reasons,
            r => Assert.DoesNotMatch(@"\b(caus|because|due to|driven|impact|effect)", r)
        );
    }
}
