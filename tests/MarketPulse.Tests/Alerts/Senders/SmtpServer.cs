using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using MarketPulse.Cli.Local;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Senders;

/// <summary>A real mail server in a process of its own, on a free loopback port; npm's pinned smtp-server.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _taken = Channel.CreateUnbounded<string>();

    private SmtpServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        // Read at once: a mail is more than a pipe holds, and the server would wait.
        _ = ReadAsync();
    }

    public int Port { get; }

    /// <param name="how">What smtp-server.cjs describes, as an anonymous object.</param>
    public static async Task<SmtpServer> StartAsync(object how)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var azurite = await AzuritePackage.EnsureAsync(_ => { }, cancellation);
        var packages = azurite[
            ..(azurite.IndexOf("node_modules", StringComparison.Ordinal) + "node_modules".Length)
        ];
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(
                    Repository.Root,
                    "tests",
                    "MarketPulse.Tests",
                    "Alerts",
                    "Senders",
                    "smtp-server.cjs"
                ),
                Path.Combine(packages, "smtp-server"),
                JsonSerializer.Serialize(how),
            },
        };
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(cancellation);
        return new(process, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next message that the server took.</summary>
    public async Task<TakenMail> TakenAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var line = await _taken.Reader.ReadAsync(cancellation);
        var json = JsonSerializer.Deserialize<JsonElement>(line);
        using var bytes = new MemoryStream(json.GetProperty("mail").GetBytesFromBase64());
        return new(
            [.. json.GetProperty("to").EnumerateArray().Select(t => t.GetString()!)],
            json.GetProperty("secure").GetBoolean(),
            json.GetProperty("user").GetString(),
            await MimeMessage.LoadAsync(bytes, cancellation)
        );
    }

    /// <summary>Ends the server; how many further messages it had taken.</summary>
    public async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        return await _taken.Reader.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _taken.Writer.TryWrite(line);
        }

        _taken.Writer.Complete();
    }
}

/// <summary>A message as a server took it.</summary>
internal sealed record TakenMail(
    IReadOnlyList<string> To,
    bool IsSecure,
    string? User,
    MimeMessage Message
);
