using MarketPulse.Announcements.Articles;
using MarketPulse.Feeds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Cli.Read;

/// <summary>Gets an article's bytes from a file, an address or standard input (IO).</summary>
internal static class ArticleSource
{
    /// <exception cref="SettingException">There is nothing to be read there; the message says why and what to do.</exception>
    public static async Task<ArticleBytes> ReadAsync(
        string source,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        var bytes = await GetAsync(source, configuration, cancellation);
        return NoText.Of(bytes.Bytes.Span) is { } what
            ? throw new SettingException($"{(source == "-" ? "Standard input" : source)} {what}")
            : bytes;
    }

    private static async Task<ArticleBytes> GetAsync(
        string source,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        if (source == "-")
        {
            return new(await ReadAsync(Console.OpenStandardInput(), cancellation));
        }

        if (
            Uri.TryCreate(source, UriKind.Absolute, out var url)
            && !url.IsFile
            && source.Contains("://", StringComparison.Ordinal)
        )
        {
            return url.Scheme is "http" or "https"
                ? await FetchAsync(url, configuration, cancellation)
                : throw new SettingException(
                    $"{source} is not an http(s) address: give one, or a file."
                );
        }

        try
        {
            await using var file = File.OpenRead(source);
            return new(await ReadAsync(file, cancellation), Name: source);
        }
        catch (Exception error)
            when (error
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw new SettingException(
                Directory.Exists(source)
                    ? $"{source} is a folder: name a file in it."
                    : $"{source} can't be read: {error.Message} Give a file, an http(s) address, or - for standard input.",
                error
            );
        }
    }

    private static async Task<ArticleBytes> FetchAsync(
        Uri url,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddMarketPulse(configuration)
            .BuildServiceProvider();
        try
        {
            var reply = await services
                .GetRequiredService<FeedClient>()
                .GetAsync(url, FeedValidators.None, cancellation);
            return new(
                reply!.Body,
                reply.Charset is { } charset ? $"*/*; charset={charset}" : null,
                (reply.Address ?? url).AbsolutePath
            );
        }
        catch (Exception error)
            when (error is HttpRequestException or Polly.ExecutionRejectedException or IOException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw new SettingException(
                $"{url} can't be fetched: {error.Message} Check the address, or save the page and give the file.",
                error
            );
        }
    }

    /// <summary>As much as is read of an article, and one byte to tell that there is more.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (
            bytes.Length <= ArticleReader.MaxBytes
            && (read = await stream.ReadAsync(buffer, cancellation)) > 0
        )
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
