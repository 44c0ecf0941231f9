using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MarketPulse.Tests.Cli.Feed;

/// <summary>The command as a program: what comes in as a file, a pipe or an address, and what goes out.</summary>
public sealed class FeedCommandTests : IDisposable
{
    private const string Feed =
        "<rss version='2.0'><channel><title>Wire</title><item><title>A new card</title><link>https://e.org/card</link><pubDate>Tue, 18 Mar 2025 17:00:00 GMT</pubDate></item></channel></rss>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_FileAsText_ShowsItsItems()
    {
        var (code, output, error) = await RunAsync("", "feed", Written(Feed));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("A new card", output, StringComparison.Ordinal);
        Assert.Contains("https://e.org/card", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PipeAsJson_IsOneObject()
    {
        var (code, output, _) = await RunAsync(Feed, "feed", "-", "--format", "json");

        Assert.Equal(0, code);
        Assert.Equal("A new card", Title(output));
    }

    [Fact]
    public async Task Run_NothingThatCanBeRead_FailsAndSaysSo()
    {
        var (code, output, error) = await RunAsync("", "feed", Written("plain words"));

        Assert.Equal(1, code);
        Assert.Contains("Not a feed", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AddressOfThisMachine_IsAskedOnlyWhereThatIsAllowed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.MapGet("/feed", () => Results.Text(Feed, "application/rss+xml"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        string[] arguments = ["feed", $"{server.Urls.Single()}/feed", "--format", "json"];

        var refused = await RunAsync("", arguments);
        var allowed = await CliProgram.RunAsync("", isPrivateAllowed: true, arguments);

        Assert.Equal(1, refused.Code);
        Assert.Contains("AllowPrivateAddresses", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, allowed.Code);
        Assert.Equal("A new card", Title(allowed.Output));
    }

    private static string? Title(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("items")[0].GetProperty("title").GetString();
    }

    private string Written(string text)
    {
        var path = Path.Combine(_folder.Path, "feed.xml");
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(
        string input,
        params string[] arguments
    ) => CliProgram.RunAsync(input, isPrivateAllowed: false, arguments);
}
