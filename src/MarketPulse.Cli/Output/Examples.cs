using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MarketPulse.Cli.Output;

/// <summary>Examples and exit codes at the end of a command's <c>--help</c>.</summary>
internal static class Examples
{
    public static void Of(Command command, params (string Arguments, string What)[] examples)
    {
        var help = new HelpOption();
        help.Action = new WithExamples((SynchronousCommandLineAction)help.Action!, examples);
        command.Options.Add(help);
    }

    private sealed class WithExamples(
        SynchronousCommandLineAction help,
        (string Arguments, string What)[] examples
    ) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (arguments, what) in examples)
            {
                output.WriteLine($"  marketpulse {arguments}");
                output.WriteLine($"      {what}");
            }

            output.WriteLine();
            output.WriteLine(
                "Exit codes: 0 done, 1 failed, 2 wrong option, setting or input, 3 done in part, 130 stopped."
            );
            output.WriteLine();
            return result;
        }
    }
}
