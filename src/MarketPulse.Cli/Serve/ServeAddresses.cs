using System.Globalization;
using System.Net;

namespace MarketPulse.Cli.Serve;

/// <summary>Where to listen.</summary>
/// <param name="Urls">Absolute http(s) addresses without a path.</param>
internal sealed record ServeAddresses(IReadOnlyList<Uri> Urls)
{
    /// <summary>Whether only this machine reaches them.</summary>
    public bool AreLocal => Urls.All(IsLocal);

    /// <summary>The names by which a browser may ask: others are turned away, so that no foreign name can be pointed at this machine.</summary>
    public IReadOnlyList<string> Hosts => AreLocal ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];

    /// <exception cref="SettingException">One can't be listened at.</exception>
    public static ServeAddresses Of(string? urls, int? port)
    {
        if (urls is not null && port is not null)
        {
            throw new SettingException("--port and --urls say the same thing. Keep one.");
        }

        if (port is < 0 or > 65535)
        {
            throw new SettingException($"--port {port} is not a port. Choose 0 to 65535.");
        }

        string[] texts = urls is null
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"http://127.0.0.1:{port ?? ServeCommand.DefaultPort}"
                ),
            ]
            : urls.Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
        return texts.Length == 0
            ? throw new SettingException("--urls names no address.")
            : new([.. texts.Select(Read)]);
    }

    private static Uri Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", PathAndQuery: "/" }
            ? url
            : throw new SettingException(
                $"--urls '{text}' is not an address to listen at. Write it like http://127.0.0.1:{ServeCommand.DefaultPort}."
            );

    private static bool IsLocal(Uri url) =>
        url.Host == "localhost"
        || (
            IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)
        );
}
