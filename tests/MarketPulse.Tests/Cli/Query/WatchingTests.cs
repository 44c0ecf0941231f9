using MarketPulse.Cli.Query;
using Microsoft.Extensions.Time.Testing;

namespace MarketPulse.Tests.Cli.Query;

public sealed class WatchingTests
{
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task Watch_AskedAgain_WritesWhatChangedOnly(bool onATerminal, int cleared)
    {
        var clock = new FakeTimeProvider();
        using var output = new StringWriter();
        using var stop = new CancellationTokenSource();
        var answers = new Queue<string>(["a\n", "a\n", "b\n", "b\n"]);
        var clears = 0;

        await Watching.RunAsync(
            10,
            clock,
            output,
            onATerminal ? () => clears++ : null,
            () =>
            {
                var answer = answers.Dequeue();
                if (answers.Count == 0)
                {
                    stop.Cancel();
                }
                else
                {
                    // Only when the wait has begun does the time pass.
                    _ = Task.Run(async () =>
                    {
                        await Task.Yield();
                        while (!stop.IsCancellationRequested)
                        {
                            clock.Advance(TimeSpan.FromSeconds(10));
                            await Task.Yield();
                        }
                    });
                }

                return Task.FromResult((answer, (string?)null));
            },
            stop.Token
        );

        Assert.Equal("a\nb\n", output.ToString());
        Assert.Equal(cleared, clears);
    }
}
