using System.CommandLine;
using System.Globalization;

namespace MarketPulse.Cli.Query;

/// <summary>
/// Asks again and again until Ctrl-C, and writes an answer only where it differs from the one before: on a terminal in its
/// place, into a pipe below it.
/// </summary>
internal static class Watching
{
    private const int DefaultSeconds = 30;
    private const int LongestSeconds = 86_400;

    public static Option<int?> Option() =>
        new("--watch")
        {
            Description =
                $"Ask again every so many seconds ({DefaultSeconds} when not given), 1 to {LongestSeconds}; write what changed; Ctrl-C ends",
            HelpName = "seconds",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                if (result.Tokens.Count == 0)
                {
                    return DefaultSeconds;
                }

                if (
                    int.TryParse(
                        result.Tokens[0].Value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var seconds
                    ) && seconds is >= 1 and <= LongestSeconds
                )
                {
                    return seconds;
                }

                result.AddError(
                    $"--watch '{result.Tokens[0].Value}' is no number of seconds. Write 1 to {LongestSeconds}."
                );
                return null;
            },
        };

    /// <param name="seconds">Between the end of one answer and the next question.</param>
    /// <param name="output">Where answers are written.</param>
    /// <param name="clear">Takes the answer before away where that can be done; null for a pipe.</param>
    /// <param name="ask">Gives the answer as it is to be written, and what is said beside it.</param>
    public static async Task RunAsync(
        int seconds,
        TimeProvider clock,
        TextWriter output,
        Action? clear,
        Func<Task<(string Answer, string? Beside)>> ask,
        CancellationToken cancellation
    )
    {
        var last = default((string, string?)?);
        try
        {
            while (true)
            {
                var next = await ask();
                if (next != last)
                {
                    clear?.Invoke();
                    await output.WriteAsync(next.Answer);
                    await output.FlushAsync(cancellation);
                    if (next.Beside is { } words)
                    {
                        await Console.Error.WriteLineAsync(words);
                    }

                    last = next;
                }

                await Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // How watching ends.
        }
    }
}
