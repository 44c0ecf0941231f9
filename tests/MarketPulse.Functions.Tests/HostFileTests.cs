using System.Text.Json;
using System.Xml.Linq;

namespace MarketPulse.Functions.Tests;

/// <summary>host.json and the project file that carries it into the app.</summary>
public sealed class HostFileTests
{
    private static readonly JsonElement HostFile = JsonDocument
        .Parse(Files.Read("host.json"))
        .RootElement;

    private static readonly XElement Project = XElement.Parse(
        Files.Read("Functions/MarketPulse.Functions.csproj")
    );

    [Fact]
    public void HostFile_Schema_IsVersionTwo() =>
        Assert.Equal("2.0", HostFile.GetProperty("version").GetString());

    [Fact]
    public void HostFile_RoutePrefix_IsEmpty() =>
        Assert.Equal(
            "",
            HostFile
                .GetProperty("extensions")
                .GetProperty("http")
                .GetProperty("routePrefix")
                .GetString()
        );

    [Fact]
    public void HostFile_Requests_AreBounded()
    {
        var http = HostFile.GetProperty("extensions").GetProperty("http");

        Assert.InRange(http.GetProperty("maxConcurrentRequests").GetInt32(), 4, 64);
        Assert.InRange(http.GetProperty("maxOutstandingRequests").GetInt32(), 64, 1024);
    }

    [Fact]
    public void HostFile_Sampling_KeepsEveryFailure()
    {
        var sampling = HostFile
            .GetProperty("logging")
            .GetProperty("applicationInsights")
            .GetProperty("samplingSettings");

        Assert.True(sampling.GetProperty("isEnabled").GetBoolean());
        Assert.Contains("Exception", sampling.GetProperty("excludedTypes").GetString()!.Split(';'));
    }

    [Fact]
    public void HostFile_Timeout_LeavesRoomAndEnds() =>
        Assert.InRange(
            TimeSpan.Parse(
                HostFile.GetProperty("functionTimeout").GetString()!,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(30)
        );

    [Fact]
    public void Project_HostFile_GoesIntoBuildAndPublish()
    {
        var item = Assert.Single(
            Project.Descendants("None"),
            n => (string?)n.Attribute("Include") == "../../host.json"
        );

        Assert.Equal("host.json", (string?)item.Attribute("Link"));
        Assert.Equal("PreserveNewest", (string?)item.Attribute("CopyToOutputDirectory"));
        Assert.Equal("PreserveNewest", (string?)item.Attribute("CopyToPublishDirectory"));
    }

    [Fact]
    public void Project_Kind_IsAnIsolatedWorkerOfVersionFour()
    {
        Assert.Equal("v4", Project.Descendants("AzureFunctionsVersion").Single().Value);
        Assert.Equal("Exe", Project.Descendants("OutputType").Single().Value);
        Assert.Empty(Project.Descendants("PackageReference").Attributes("Version"));
    }
}
