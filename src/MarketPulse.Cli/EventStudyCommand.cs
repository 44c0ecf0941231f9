using System.CommandLine;
using MarketPulse.Cli.EventStudy;
using Spectre.Console;

namespace MarketPulse.Cli;

/// <summary><c>marketpulse eventstudy</c>: the engine on anybody's returns.</summary>
internal static class EventStudyCommand
{
    private const string Description = """
        Measures events against what a model expects of the returns, and tests them one by one and together.

        The returns file has a column 'date' and one column a series, fractions, empty where missing.
        The events file has event_id,firm,event_date, and kind where kinds are to be tested apart.
        An event date without a session means the next session.

        Examples:
          marketpulse eventstudy --returns returns.csv --market MKT --events events.csv
          marketpulse eventstudy --returns returns.csv --market MKT --factors SMB,HML --model factors
              --events events.csv --estimation -140..-21 --window -10..10 --windows 0..0,-1..1 --out results

        Exit codes: 0 done, 2 wrong usage or input.
        """;

    internal static Command Create()
    {
        var options = StudyCommandLine.Create();
        var command = new Command("eventstudy", Description);
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (parseResult, cancellation) =>
                Task.FromResult(
                    Run(
                        options,
                        parseResult,
                        parseResult.InvocationConfiguration.Output,
                        parseResult.InvocationConfiguration.Error
                    )
                )
        );
        return command;
    }

    private static int Run(
        StudyCommandLine options,
        ParseResult parseResult,
        TextWriter output,
        TextWriter error
    )
    {
        try
        {
            var request = options.Read(parseResult);
            var report = request.Run();
            if (request.Out is { } directory)
            {
                StudyFiles.Write(directory, report);
            }

            if (request.AsJson)
            {
                output.WriteLine(StudyJson.Write(report));
            }
            else
            {
                StudyTables.Write(ConsoleOn(output), report);
            }

            return 0;
        }
        catch (Exception exception)
            when (exception is InputException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        if (output == Console.Out && !Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(output),
            }
        );
        // A pipe has no width: lines are as long as they are.
        console.Profile.Width = 4096;
        return console;
    }
}
