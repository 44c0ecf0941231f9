using System.Text.Json;

namespace MarketPulse.Cli.Replay;

/// <summary>The file that says which replay a data folder holds, and whether it got to its end (IO).</summary>
internal sealed record ReplayMarker(
    DateOnly From,
    DateOnly To,
    string History,
    bool EveryTick,
    bool Finished
)
{
    private const string Name = "replay.json";

    public static ReplayMarker? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<ReplayMarker>(File.ReadAllText(path), Json.Compact)
                : null;
        }
        catch (JsonException)
        {
            // Cut off while it was written: then nothing else has been written since.
            return new(default, default, "", false, Finished: true);
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, Json.Indented));
        File.Move(path + ".new", path, overwrite: true);
    }
}
