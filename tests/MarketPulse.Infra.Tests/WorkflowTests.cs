using System.Text.Json;
using System.Text.RegularExpressions;

namespace MarketPulse.Infra.Tests;

/// <summary>What runs elsewhere, as far as it can be held here.</summary>
public partial class WorkflowTests
{
    private static readonly string[] Workflows = Directory.GetFiles(
        Path.Combine(Repository.Root, ".github", "workflows"),
        "*.yml"
    );

    [Fact]
    public void Workflow_EveryAction_IsPinnedToACommitWithItsVersion()
    {
        var uses = Workflows
            .SelectMany(File.ReadAllLines)
            .Where(l => l.Contains("uses:", StringComparison.Ordinal))
            .ToList();
        Assert.True(uses.Count >= 8);
        Assert.All(uses, use => Assert.Matches(Pinned(), use));
    }

    [Fact]
    public void Workflow_OneAction_IsPinnedToOneCommitEverywhere() =>
        Assert.All(
            Workflows
                .SelectMany(f => Pinned().Matches(File.ReadAllText(f)))
                .GroupBy(m => string.Join('/', m.Groups["action"].Value.Split('/').Take(2))),
            action => Assert.Single(action.Select(m => m.Groups["commit"].Value).Distinct())
        );

    [Fact]
    public void Workflow_Secrets_AreUsedByNone() =>
        Assert.All(
            Workflows,
            f => Assert.DoesNotContain("secrets.", File.ReadAllText(f), StringComparison.Ordinal)
        );

    /// <summary>Only what CI passed on main, or a person by hand; no pull request, whose author anybody may be.</summary>
    [Fact]
    public void Deploy_PullRequest_NeverGetsThere()
    {
        var workflow = File.ReadAllText(
            Path.Combine(Repository.Root, ".github", "workflows", "deploy.yml")
        );
        Assert.DoesNotContain("pull_request", workflow, StringComparison.Ordinal);
        Assert.Contains(
            "github.event.workflow_run.event == 'push'",
            workflow,
            StringComparison.Ordinal
        );
        Assert.Contains("branches: [main]", workflow, StringComparison.Ordinal);
        Assert.All(
            Workflows,
            f =>
                Assert.DoesNotContain(
                    "pull_request_target",
                    File.ReadAllText(f),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Ci_Packages_AreListedAndAskedForHoles()
    {
        var workflow = File.ReadAllText(
            Path.Combine(Repository.Root, ".github", "workflows", "ci.yml")
        );
        Assert.Contains(
            "package --vulnerable --include-transitive",
            workflow,
            StringComparison.Ordinal
        );
        Assert.Contains("dotnet-CycloneDX", workflow, StringComparison.Ordinal);
        // Versions as exact as actions' commits.
        Assert.Matches(@"dotnet tool install .*CycloneDX --version \d+\.\d+\.\d+", workflow);
    }

    [Fact]
    public void Devcontainer_ImageAndFeatures_AreOfNamedVersions()
    {
        var container = JsonDocument
            .Parse(
                File.ReadAllText(
                    Path.Combine(Repository.Root, ".devcontainer", "devcontainer.json")
                ),
                new() { CommentHandling = JsonCommentHandling.Skip }
            )
            .RootElement;
        Assert.Matches(@":[\w.-]*\d[\w.-]*$", container.GetProperty("image").GetString()!);
        Assert.All(
            container.GetProperty("features").EnumerateObject(),
            f => Assert.Matches(@":\d+(\.\d+)*$", f.Name)
        );
    }

    [Fact]
    public void Parameters_DefaultSchedules_AreTheCodes()
    {
        var schedules = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(Repository.Infra, "main.parameters.json")))
            .RootElement.GetProperty("parameters")
            .GetProperty("schedules")
            .GetProperty("value");
        Assert.Equal(
            Schedules.Defaults.OrderBy(s => s.Key, StringComparer.Ordinal),
            schedules
                .EnumerateObject()
                .Select(s =>
                    KeyValuePair.Create(s.Name, s.Value.GetString()!.Split('=', 2)[1].TrimEnd('}'))
                )
                .OrderBy(s => s.Key, StringComparer.Ordinal)
        );
    }

    /// <summary>Whoever deploys from a workflow can set what azd's environment sets.</summary>
    [Fact]
    public void DeployWorkflow_Variables_AreThoseOfTheParameters()
    {
        var parameters = File.ReadAllText(Path.Combine(Repository.Infra, "main.parameters.json"));
        var workflow = File.ReadAllText(
            Path.Combine(Repository.Root, ".github", "workflows", "deploy.yml")
        );
        Assert.All(
            Variable().Matches(workflow).Select(m => m.Value).Distinct(),
            name => Assert.Contains("${" + name, parameters, StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(
        @"uses: (?<action>[\w./-]+)@(?<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Pinned();

    [GeneratedRegex("MARKETPULSE_[A-Z_]+")]
    private static partial Regex Variable();
}
