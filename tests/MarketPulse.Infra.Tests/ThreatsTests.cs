using System.Text.RegularExpressions;

namespace MarketPulse.Infra.Tests;

/// <summary>docs/THREATS.md says nothing that isn't so.</summary>
public partial class ThreatsTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "THREATS.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Where(l => !l.StartsWith("| Attempt", StringComparison.Ordinal))
            .Where(l => !l.StartsWith("| ---", StringComparison.Ordinal)),
    ];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory
            .GetFiles(
                Path.Combine(Repository.Root, "tests"),
                "*Tests.cs",
                SearchOption.AllDirectories
            )
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Threat_EveryOne_IsHeldByATestOrAcceptedWithAReason()
    {
        Assert.True(Rows.Length > 30);
        Assert.All(
            Rows,
            row =>
                Assert.True(
                    Test().IsMatch(row) || row.Contains("| Accepted: ", StringComparison.Ordinal),
                    row
                )
        );
    }

    [Fact]
    public void Threat_EveryTestThatIsNamed_Exists()
    {
        var named = Rows.SelectMany(r => Test().Matches(r)).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(m => !Exists(m)).Select(m => m.Value));
    }

    [Fact]
    public void Threat_TestThatIsNone_WouldBeSeen() =>
        Assert.False(Exists(Test().Match("`RulesTests.Rule_WouldSeeNothing`")));

    private static bool Exists(Match test) =>
        Sources.Any(s =>
            Regex.IsMatch(s, $@"\bclass {test.Groups[1].Value}\b")
            && Regex.IsMatch(s, $@"\b{test.Groups[2].Value}\(")
        );

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Test();
}
