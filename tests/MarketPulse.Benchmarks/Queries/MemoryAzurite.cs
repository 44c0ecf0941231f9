using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MarketPulse.Cli.Local;

namespace MarketPulse.Benchmarks.Queries;

/// <summary>Azurite that keeps everything in memory: saving a large table every five seconds would be measured along.</summary>
internal sealed class MemoryAzurite : IAsyncDisposable
{
    private readonly Process _process;

    private MemoryAzurite(Process process, int port) => (_process, Port) = (process, port);

    private int Port { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:{Port}/devstoreaccount1;";

    public static async Task<MemoryAzurite> StartAsync()
    {
        var main = await AzuritePackage.EnsureAsync(
            Console.Error.WriteLine,
            CancellationToken.None
        );
        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "azurite-host.cjs"),
                    main,
                    "--silent",
                    "--disableTelemetry",
                    "--skipApiVersionCheck",
                    "--inMemoryPersistence",
                    "--tableHost",
                    "127.0.0.1",
                    "--tablePort",
                    port.ToString(CultureInfo.InvariantCulture),
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        while (!await Azurite.IsListeningAsync(port, CancellationToken.None))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return new(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
