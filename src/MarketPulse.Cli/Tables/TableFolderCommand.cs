using System.CommandLine;
using MarketPulse.Cli.Output;

namespace MarketPulse.Cli.Tables;

/// <summary>What <c>export</c> and <c>import</c> are asked alike: a folder of JSON lines, whether to replace, and which storage.</summary>
internal static class TableFolderCommand
{
    /// <param name="run">Folder, whether to replace, local data folder or null; gives the exit code.</param>
    public static Command Create(
        string name,
        string description,
        string folderIs,
        string replaceDoes,
        Func<string, bool, string?, CancellationToken, Task<int>> run
    )
    {
        var folder = new Argument<string>("DIR") { Description = folderIs };
        var replace = new Option<bool>("--replace") { Description = replaceDoes };
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var command = new Command(name, description) { folder, replace, data };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    run(
                        parsed.GetValue(folder)!,
                        parsed.GetValue(replace),
                        parsed.GetValue(data),
                        cancellation
                    )
                )
        );
        return command;
    }
}
