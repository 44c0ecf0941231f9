using System.Text.Json;

namespace MarketPulse.Infra.Tests;

/// <summary>The sources themselves: they compile, nothing is found in them, and what they expand to is what is committed.</summary>
public class BicepTests
{
    private static readonly string[] Sources =
    [
        .. Directory
            .GetFiles(Repository.Infra, "*.bicep*", SearchOption.AllDirectories)
            .Where(f =>
                f.EndsWith(".bicep", StringComparison.Ordinal)
                || f.EndsWith(".bicepparam", StringComparison.Ordinal)
            )
            .Select(f => Path.GetRelativePath(Repository.Infra, f)),
    ];

    [Fact]
    public async Task Lint_Main_FindsNothing() => Assert.Empty(await FindingsAsync("main.bicep"));

    [Fact]
    public async Task Lint_PropertyThatIsNone_IsFound()
    {
        // Bicep itself exits with 0 over such a thing: the rule above stands on reading its findings.
        var source = await File.ReadAllTextAsync(
            Path.Combine(Repository.Infra, "modules", "identity.bicep"),
            TestContext.Current.CancellationToken
        );
        var planted = Path.GetTempFileName() + ".bicep";
        await File.WriteAllTextAsync(
            planted,
            source.Replace("  tags: tags", "  tagz: tags", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        Assert.NotEmpty(await FindingsAsync(planted));
        File.Delete(planted);
    }

    [Fact]
    public async Task Format_EverySource_ChangesNothing()
    {
        Assert.True(Sources.Length > 10);
        var folder = Directory.CreateTempSubdirectory("marketpulse-infra-").FullName;
        foreach (var source in (string[])[.. Sources, "bicepconfig.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, source))!);
            File.Copy(Path.Combine(Repository.Infra, source), Path.Combine(folder, source));
        }

        foreach (var ending in (string[])["bicep", "bicepparam"])
        {
            await Bicep.RunAsync("format", "--pattern", $"{folder}/**/*.{ending}");
        }

        foreach (var source in Sources)
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(folder, source)),
                File.ReadAllText(Path.Combine(Repository.Infra, source))
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public async Task Snapshot_EveryParameterSet_IsTheCommittedOne(string set)
    {
        var (exit, output, errors) = await Bicep.RunAsync(
            "snapshot",
            $"parameters/{set}.bicepparam",
            "--mode",
            "validate",
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--tenant-id",
            "00000000-0000-0000-0000-000000000002",
            "--location",
            "eastus2",
            "--deployment-name",
            "main"
        );
        Assert.True(exit == 0, $"{output}{errors}");
    }

    [Fact]
    public async Task Parameters_OfAzd_AreExactlyThoseOfMain()
    {
        var (_, output, _) = await Bicep.RunAsync("build", "main.bicep", "--stdout");
        var declared = JsonDocument.Parse(output).RootElement.GetProperty("parameters");
        var given = JsonDocument
            .Parse(
                await File.ReadAllTextAsync(
                    Path.Combine(Repository.Infra, "main.parameters.json"),
                    TestContext.Current.CancellationToken
                )
            )
            .RootElement.GetProperty("parameters");
        Assert.Equal(
            declared.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal),
            given.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("secure", declared.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(string source)
    {
        var (_, output, errors) = await Bicep.RunAsync(
            "lint",
            source,
            "--diagnostics-format",
            "sarif"
        );
        var sarif = output.Contains('{', StringComparison.Ordinal) ? output : errors;
        return
        [
            .. JsonDocument
                .Parse(sarif[sarif.IndexOf('{', StringComparison.Ordinal)..])
                .RootElement.GetProperty("runs")
                .EnumerateArray()
                .SelectMany(r => r.GetProperty("results").EnumerateArray())
                .Select(r => r.GetRawText()),
        ];
    }
}
