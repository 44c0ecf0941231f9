using MarketPulse.Correlation;

namespace MarketPulse.Tests.Correlation;

public class StudyRulesTests
{
    [Fact]
    public void Rules_AreThoseThatTheReadmeDeclares()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
            .ReplaceLineEndings(" ");
        Assert.Contains(
            $"fitted on {StudyRules.Estimation.Length} sessions ending {-StudyRules.Estimation.To} before",
            readme,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Windows_TheFirst_IsTheDayThatDecides()
    {
        // Mails and alerts look for window 0..0.
        Assert.Equal(new EventWindow(0, 0), StudyRules.Windows[0]);
        Assert.Equal(StudyRules.Windows.Distinct(), StudyRules.Windows);
    }

    [Fact]
    public void Estimation_EndsBeforeEveryWindow_SoThatTheEventCannotLeakIn() =>
        Assert.All(StudyRules.Windows, w => Assert.True(StudyRules.Estimation.To < w.From));

    [Fact]
    public void Minima_FitIntoTheEstimationWindow()
    {
        Assert.True(StudyRules.MinimumSessions < StudyRules.ThinSessions);
        Assert.True(StudyRules.ThinSessions < StudyRules.Estimation.Length);
    }
}
