using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MarketPulse.Cli.Local;

/// <summary>Azurite's table service over one folder, on a free loopback port (IO). It ends with the program, however that ends.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    // Azurite's own published development account; it opens nothing but an emulator on this machine.
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process? _process;
    private readonly FileStream? _lease;

    private Azurite(int port, Process? process, FileStream? lease)
    {
        (Port, _process, _lease) = (port, process, lease);
    }

    public int Port { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{Port}/{Account};";

    /// <summary>Starts it over a folder, or joins the one that another program runs there.</summary>
    /// <exception cref="SettingException">It can't be had or doesn't start; the message says what to do.</exception>
    public static async Task<Azurite> StartAsync(
        string folder,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var main = await AzuritePackage.EnsureAsync(say, cancellation);
        Directory.CreateDirectory(folder);
        var lease = await TakeLeaseAsync(folder, cancellation);
        if (lease is null)
        {
            return new Azurite(ReadPort(folder), null, null);
        }

        try
        {
            await WaitForFormerAsync(folder, cancellation);
            for (var attempt = 1; ; attempt++)
            {
                var port = FreePort();
                var (process, output) = await LaunchAsync(main, folder, port, cancellation);
                if (process is not null)
                {
                    await File.WriteAllTextAsync(
                        Path.Combine(folder, "process"),
                        $"{process.Id} {port}",
                        cancellation
                    );
                    return new Azurite(port, process, lease);
                }

                if (attempt == 3)
                {
                    throw new SettingException($"Azurite did not start over {folder}: {output}");
                }
            }
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        // The end of its input tells it to save and close.
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(
            TimeSpan.FromSeconds(20),
            TimeProvider.System
        );
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        await _lease!.DisposeAsync();
    }

    private static async Task<(Process? Process, string Output)> LaunchAsync(
        string main,
        string folder,
        int port,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "azurite-host.cjs"),
            main,
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--location",
            folder,
            "--tableHost",
            "127.0.0.1",
            "--tablePort",
            port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new SettingException(
                "node isn't on this machine's PATH. Install Node.js 20 or newer (https://nodejs.org).",
                error
            );
        }

        var output = new StringBuilder();
        var started = new TaskCompletionSource<bool>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process
            .WaitForExitAsync(CancellationToken.None)
            .ContinueWith(_ => started.TrySetResult(false), TaskScheduler.Default);
        if (
            await started.Task.WaitAsync(
                TimeSpan.FromSeconds(60),
                TimeProvider.System,
                cancellation
            )
        )
        {
            return (process, "");
        }

        process.Dispose();
        lock (output)
        {
            return (null, output.ToString().Trim());
        }

        void Take(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }

            if (line?.Contains("successfully started", StringComparison.Ordinal) == true)
            {
                started.TrySetResult(true);
            }
        }
    }

    /// <summary>The right to run Azurite over a folder, or null when another program that still runs has it.</summary>
    private static async Task<FileStream?> TakeLeaseAsync(
        string folder,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(folder, "lease");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None
                );
            }
            catch (IOException) when (attempt < 20)
            {
                // Its holder may be starting up or closing down.
                if (attempt > 5 && await AnswersAsync(folder, cancellation))
                {
                    return null;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellation);
            }
            catch (IOException error)
            {
                throw new SettingException(
                    $"Another program holds {path}, and its local table storage doesn't answer. End that program, then try again; if none is there, delete the file.",
                    error
                );
            }
        }
    }

    private static async Task<bool> AnswersAsync(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, "process")))
        {
            return false;
        }

        return await IsListeningAsync(ReadPort(folder), cancellation);
    }

    /// <summary>Whether something listens on a loopback port.</summary>
    public static async Task<bool> IsListeningAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>After a program was killed, its Azurite still saves and closes: two over one folder would overwrite each other.</summary>
    private static async Task WaitForFormerAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, "process");
        if (
            !File.Exists(path)
            || !int.TryParse(
                (await File.ReadAllTextAsync(path, cancellation)).Split(' ')[0],
                out var id
            )
        )
        {
            return;
        }

        for (var attempt = 0; attempt < 80 && IsOurs(id, folder); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellation);
        }

        if (IsOurs(id, folder))
        {
            throw new SettingException(
                $"Another Azurite (process {id}) still runs over {folder}. End it, then try again."
            );
        }
    }

    private static bool IsOurs(int id, string folder)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            var commandLine = $"/proc/{id}/cmdline";
            // Elsewhere than on Linux the name must do; the number alone may have been given to another process since.
            return File.Exists(commandLine)
                ? File.ReadAllText(commandLine).Contains(folder, StringComparison.Ordinal)
                : process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception error)
            when (error is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private static int ReadPort(string folder) =>
        int.Parse(
            File.ReadAllText(Path.Combine(folder, "process")).Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
