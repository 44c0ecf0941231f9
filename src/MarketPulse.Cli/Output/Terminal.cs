using MarketPulse.Queries;
using Spectre.Console;

namespace MarketPulse.Cli.Output;

/// <summary>Where results and messages go, and what an end means.</summary>
internal static class Terminal
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something failed that isn't the user's doing.</summary>
    public const int Failed = 1;

    /// <summary>A setting, an option or an input is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Done in part: a source, a check or a mail failed and was named.</summary>
    public const int Partly = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>Results. Colours and line widths follow the terminal; a pipe gets plain, unwrapped text.</summary>
    public static readonly IAnsiConsole Out = Make(Console.Out, Console.IsOutputRedirected);

    /// <summary>Messages and progress.</summary>
    public static readonly IAnsiConsole Error = Make(Console.Error, Console.IsErrorRedirected);

    public static bool IsInteractive => !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    /// <summary>Runs a command and turns what it throws into a message and an exit code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (SettingException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                "Stopped. What was finished is stored; the same command goes on from there."
            );
            return Cancelled;
        }
        catch (Exception error)
            when (error is Azure.RequestFailedException
                || (
                    error is AggregateException several
                    && several.InnerExceptions.All(e =>
                        e is Azure.RequestFailedException or IOException
                    )
                )
            )
        {
            await Console.Error.WriteLineAsync(
                $"The table storage did not do it: {error.Message.Split('\n')[0]} Run 'marketpulse doctor' for every check."
            );
            return Failed;
        }
    }

    /// <summary>An enum member as JSON and people write it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.Of(value);

    /// <summary>A path as short as it can be written from here.</summary>
    public static string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>What something looks like on standard output, as text without colours.</summary>
    public static string Render(Spectre.Console.Rendering.IRenderable what)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = Out.Profile.Width;
        console.Profile.Capabilities.Unicode = Out.Profile.Capabilities.Unicode;
        console.Write(what);
        return text.ToString();
    }

    private static IAnsiConsole Make(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isRedirected
                    ? ColorSystemSupport.NoColors
                    : ColorSystemSupport.Detect,
            }
        );
        if (isRedirected)
        {
            console.Profile.Width = 4000;
        }

        return console;
    }
}
