using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Storage;

namespace MarketPulse.Cli.Local;

/// <summary>Opens what a question is to be answered from.</summary>
internal static class LocalStore
{
    /// <summary>
    /// A folder that was named, or the configured storage, or the default folder. A folder that holds nothing is told with
    /// what to do about it, not made. What a replay left is answered as of its last day.
    /// </summary>
    /// <exception cref="SettingException">There is nothing to answer from.</exception>
    public static Task<CliHost> OpenAsync(string? folder, CancellationToken cancellation)
    {
        var data = LocalData.At(folder ?? LocalData.Default);
        if (!Directory.Exists(data.Tables) && (folder is not null || !IsConfigured))
        {
            var replay = LocalData.At(LocalData.DefaultReplay);
            throw new SettingException(
                Directory.Exists(replay.Tables) && folder is null
                    ? $"Nothing is stored in {Terminal.Shorten(data.Root)} yet, but a replay is in {Terminal.Shorten(replay.Root)}: add --data {Terminal.Shorten(replay.Root)}."
                    : $"Nothing is stored in {Terminal.Shorten(data.Root)}. Fill it with 'marketpulse run', try 'marketpulse replay' (offline, real figures), or name another folder with --data."
            );
        }

        return CliHost.StartAsync(
            data,
            ownTables: folder is not null,
            cancellation,
            register: services =>
            {
                if (folder is not null)
                {
                    ReplayedNow.Register(services, data);
                }
            }
        );
    }

    private static bool IsConfigured =>
        new[] { nameof(StorageOptions.ConnectionString), nameof(StorageOptions.TableEndpoint) }.Any(
            name =>
                !string.IsNullOrEmpty(
                    Environment.GetEnvironmentVariable($"{StorageOptions.Section}__{name}")
                )
        );
}
