using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using MarketPulse.Cli.Local;

namespace MarketPulse.Tests;

/// <summary>The rules of docs/ARCHITECTURE.md that a compiler doesn't hold.</summary>
public partial class ArchitectureTests
{
    private static readonly Architecture Code = new ArchLoader()
        .LoadAssemblies(typeof(Pipeline).Assembly, typeof(CliHost).Assembly)
        .Build();

    [Theory]
    [InlineData("Storage")]
    [InlineData("Watchlists", "Prices")] // For the trading calendar's span.
    [InlineData("Feeds", "Storage", "Watchlists")]
    [InlineData("Announcements", "Feeds", "Storage", "Watchlists")]
    [InlineData("Prices", "Storage", "Watchlists")]
    [InlineData("Correlation", "Feeds", "Announcements", "Prices", "Storage", "Watchlists")]
    [InlineData(
        "Alerts",
        "Feeds",
        "Announcements",
        "Prices",
        "Correlation",
        "Storage",
        "Watchlists"
    )]
    public void Stage_KnowsOnlyTheStagesBeforeIt(string stage, params string[] known)
    {
        var types = Code.Types.Where(t => Folder(t) == stage).ToList();
        Assert.NotEmpty(types);
        var wrong =
            from type in types
            from dependency in type.Dependencies
            let folder = Folder(dependency.Target)
            where folder is not null && folder != stage && !known.Contains(folder)
            select $"{type.FullName} knows {dependency.Target.FullName}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Rule_OfTheStages_WouldSeeABreach()
    {
        // The rule above stands on these two being told apart: what comes last does know what comes first.
        var queries = Code.Types.Where(t => Folder(t) == "Queries").SelectMany(t => t.Dependencies);
        Assert.Contains(queries, d => Folder(d.Target) == "Correlation");
    }

    [Theory]
    [InlineData("MarketPulse.Cli")]
    [InlineData("MarketPulse.Functions")]
    public void Host_KnowsOnlyTheLibrary(string host)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", host, $"{host}.csproj"));
        Assert.Equal(
            "../MarketPulse/MarketPulse.csproj",
            Assert.Single(project.Descendants("ProjectReference")).Attribute("Include")!.Value
        );
    }

    [Fact]
    public void PublicType_IsNeverNamedForWhatEverythingIs() =>
        Assert.Empty(
            Code.Types.Where(t => t.FullName.StartsWith("MarketPulse.", StringComparison.Ordinal))
                .Where(t => t.Visibility == Visibility.Public)
                .Where(t => Empty().IsMatch(t.Name))
                .Select(t => t.FullName)
        );

    [Fact]
    public void SourceFile_ThatTouchesFilesTheNetworkOrTables_SaysIo()
    {
        var library = Path.Combine(Repository.Root, "src", "MarketPulse");
        var touching = Directory
            .GetFiles(library, "*.cs", SearchOption.AllDirectories)
            .Select(path =>
                (Path: Path.GetRelativePath(library, path), Text: File.ReadAllText(path))
            )
            .Where(file => !file.Path.StartsWith("obj", StringComparison.Ordinal))
            .Where(file => InputOutput().IsMatch(file.Text))
            .ToList();
        Assert.Contains(
            touching,
            file => file.Path.EndsWith("PriceTable.cs", StringComparison.Ordinal)
        );
        Assert.Empty(
            touching
                .Where(file => !file.Text.Contains("(IO)", StringComparison.Ordinal))
                .Where(file => !file.Text.Contains("/// IO: ", StringComparison.Ordinal))
                .Select(file => file.Path)
        );
    }

    /// <summary>The folder of the library that a type lies in; null for one outside, or at its top.</summary>
    private static string? Folder(IType type)
    {
        var parts = type.FullName.Split('.', '/', '+');
        return
            parts is ["MarketPulse", var folder, _, ..]
            && Folders.Contains(folder, StringComparer.Ordinal)
            ? folder
            : null;
    }

    private static readonly string[] Folders =
    [
        "Feeds",
        "Announcements",
        "Prices",
        "Correlation",
        "Alerts",
        "Queries",
        "Storage",
        "Watchlists",
    ];

    [GeneratedRegex("(Manager|Helper|Utils|Service)$")]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"\bFile\.(Read|Write|Exists|Move|Delete|Open|Create|Append)|\bDirectory\.|\bnew FileStream|\bHttpClient\b|\bTable(Service)?Client\b|\bSmtpClient\b|\bTableStorage storage\b"
    )]
    private static partial Regex InputOutput();
}
