namespace MarketPulse.Cli.Local;

/// <summary>The one folder that holds local state.</summary>
internal sealed record LocalData(string Root)
{
    public const string Default = ".marketpulse";
    public const string DefaultReplay = ".marketpulse/replay";

    /// <summary>Azurite's files.</summary>
    public string Tables => Path.Combine(Root, "azurite");

    /// <summary>The mailbox.</summary>
    public string Mail => Path.Combine(Root, "mail");

    /// <summary>The tables as JSON lines.</summary>
    public string Export => Path.Combine(Root, "export");

    /// <exception cref="SettingException">The path is a file.</exception>
    public static LocalData At(string folder) =>
        File.Exists(folder)
            ? throw new SettingException($"--data {folder} is a file. Name a folder.")
            : new(Path.GetFullPath(folder));
}
