using MarketPulse.Feeds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;

namespace MarketPulse.Cli.Feed;

/// <summary>A document from a file, a pipe or the web (IO).</summary>
internal static class FeedSource
{
    /// <summary>Reads; null where there is nothing to read, which is said on standard error.</summary>
    /// <exception cref="SettingException">The file isn't there.</exception>
    public static async Task<FeedDocument?> ReadAsync(string source, CancellationToken cancellation)
    {
        if (
            source.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Uri.TryCreate(source, UriKind.Absolute, out var url)
                ? await FetchAsync(url, cancellation)
                : throw new SettingException(
                    $"'{source}' is not an address. Write it like https://example.org/feed.xml."
                );
        }

        return FeedParser.Parse(await BytesAsync(source, cancellation));
    }

    private static async Task<byte[]> BytesAsync(string source, CancellationToken cancellation)
    {
        try
        {
            await using Stream stream =
                source == "-" ? Console.OpenStandardInput() : File.OpenRead(source);
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            // One byte more than is read of a reply, so that the reader sees that it is too long.
            while (
                bytes.Length <= FeedClient.MaxBytes
                && (read = await stream.ReadAsync(buffer, cancellation)) > 0
            )
            {
                bytes.Write(buffer, 0, read);
            }

            return bytes.Length <= FeedClient.MaxBytes
                ? bytes.ToArray()
                : throw new SettingException(
                    $"{source} has more than {FeedClient.MaxBytes} bytes, the most that is read of a feed."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"Can't read {source}: {error.Message} Name a file, an http(s) address, or - for standard input.",
                error
            );
        }
    }

    private static async Task<FeedDocument?> FetchAsync(Uri url, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddMarketPulse(configuration);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<FeedClient>();
        try
        {
            var reply = await client.GetAsync(url, FeedValidators.None, cancellation);
            if (reply is null)
            {
                await Console.Error.WriteLineAsync(
                    $"{url} answered 304, though nothing was known of it. Ask again."
                );
                return null;
            }

            var document = FeedParser.Parse(reply.Body, reply.Address, reply.Charset);
            List<string> notes = [.. document.Notes];
            if (reply.MovedTo is { } moved)
            {
                notes.Add($"It has moved to {moved} for good: use that address.");
            }

            if (client.LacksSecContact(url))
            {
                notes.Add(SecContact.Cure);
            }

            return document with
            {
                Notes = notes,
            };
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException or ExecutionRejectedException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return null;
        }
    }
}
