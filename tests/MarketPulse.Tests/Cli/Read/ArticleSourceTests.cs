using System.IO.Compression;
using System.Text;
using MarketPulse.Cli.Read;
using MarketPulse.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Tests.Cli.Read;

/// <summary>What <c>read</c> is given, from files to addresses of a server on this machine.</summary>
public sealed class ArticleSourceTests : IAsyncLifetime
{
    private const string Page =
        "<html><head><title>A card</title></head><body><article><p>NVIDIA shows a card.</p></article></body></html>";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _server;

    [Theory]
    [InlineData("%PDF-1.7\n…", "is a PDF")]
    [InlineData("\u0089PNG\r\n\u001a\n", "is a picture")]
    [InlineData("ÿØÿà\0\u0010JFIF", "is a picture")]
    [InlineData("PK\u0003\u0004\u0014\0", "is a ZIP archive")]
    [InlineData("\u001f\u008b\b\0", "is packed by gzip")]
    [InlineData("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>", "is no text")]
    [InlineData("", "is empty")]
    public async Task Read_FileThatIsNoText_SaysWhatItIsAndNamesIt(string latin, string what)
    {
        var path = Written(Encoding.Latin1.GetBytes(latin));
        var message = await RefusalAsync(path);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.StartsWith(path, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FolderOrMissingFile_SaysWhatToGive()
    {
        Assert.Contains("is a folder", await RefusalAsync(_folder.Path), StringComparison.Ordinal);
        Assert.Contains(
            "can't be read",
            await RefusalAsync(Path.Combine(_folder.Path, "none.txt")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not an http(s) address",
            await RefusalAsync("ftp://e.org/a"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Read_TextInWideEncodings_IsNoBinary(string encoding)
    {
        var path = Written(Encoding.GetEncoding(encoding).GetBytes("NVIDIA shows a card. 英伟达"));
        Assert.NotEqual(
            0,
            (await ArticleSource.ReadAsync(path, Settings(false), Cancellation)).Bytes.Length
        );
    }

    [Theory]
    [InlineData("/page")]
    [InlineData("/moved")]
    [InlineData("/gzip")]
    [InlineData("/odd-type")]
    public async Task Read_Address_GivesItsBody(string path)
    {
        var bytes = await ArticleSource.ReadAsync(Address(path), Settings(true), Cancellation);
        Assert.Equal(Page, Encoding.UTF8.GetString(bytes.Bytes.Span));
    }

    [Theory]
    [InlineData("/none", "404")]
    [InlineData("/circle", "redirects more than")]
    [InlineData("/pdf", "is a PDF")]
    [InlineData("/empty", "is empty")]
    [InlineData("/huge", "8388608")]
    [InlineData("/busy", "429")]
    public async Task Read_AddressWithoutAnArticle_SaysWhyAndNamesIt(string path, string why)
    {
        var error = await Assert.ThrowsAsync<SettingException>(() =>
            ArticleSource.ReadAsync(Address(path), Settings(true), Cancellation)
        );
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AddressOfThisMachine_IsRefusedUnlessAllowed() =>
        Assert.Contains(
            "AllowPrivateAddresses",
            await RefusalAsync(Address("/page")),
            StringComparison.Ordinal
        );

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/page", () => Results.Text(Page, "text/html"));
        _server.MapGet("/moved", () => Results.Redirect("/page", permanent: true));
        _server.MapGet("/circle", () => Results.Redirect("/circle"));
        _server.MapGet("/odd-type", () => Results.Text(Page, "application/octet-stream"));
        _server.MapGet("/pdf", () => Results.Bytes("%PDF-1.7"u8.ToArray(), "text/html"));
        _server.MapGet("/empty", () => Results.Text("", "text/html"));
        _server.MapGet(
            "/huge",
            () => Results.Bytes(new byte[FeedClient.MaxBytes + 1], "text/html")
        );
        _server.MapGet(
            "/busy",
            (HttpResponse response) =>
            {
                response.Headers.RetryAfter = "120";
                return Results.StatusCode(429);
            }
        );
        _server.MapGet(
            "/gzip",
            async (HttpResponse response) =>
            {
                response.Headers.ContentEncoding = "gzip";
                await using var packed = new GZipStream(response.Body, CompressionLevel.Fastest);
                await packed.WriteAsync(Encoding.UTF8.GetBytes(Page), Cancellation);
            }
        );
        await _server.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _server!.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address(string path) => _server!.Urls.Single() + path;

    private static async Task<string> RefusalAsync(string source) =>
        (
            await Assert.ThrowsAsync<SettingException>(() =>
                ArticleSource.ReadAsync(source, Settings(false), Cancellation)
            )
        ).Message;

    private static IConfigurationRoot Settings(bool isPrivateAllowed) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Http:AllowPrivateAddresses"] = isPrivateAllowed ? "true" : "false",
                }
            )
            .Build();

    private string Written(byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, "article");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
