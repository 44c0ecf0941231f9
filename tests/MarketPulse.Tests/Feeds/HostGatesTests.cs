using MarketPulse.Feeds;
using Microsoft.Extensions.Time.Testing;

namespace MarketPulse.Tests.Feeds;

public class HostGatesTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enter_SameHostAgain_WaitsForTheEndAndThePause()
    {
        var gates = new HostGates(_clock, Pause);
        var first = await gates.EnterAsync("e.org", Cancellation);
        var second = gates.EnterAsync("E.ORG", Cancellation);
        _clock.Advance(Pause / 2);
        Assert.False(second.IsCompleted);
        first.Dispose();
        Assert.False(second.IsCompleted);

        // The wait may begin only now, on another thread.
        while (!second.IsCompleted)
        {
            _clock.Advance(Pause / 2);
            await Task.Yield();
        }

        (await second).Dispose();
    }

    [Fact]
    public async Task Enter_AnotherHost_DoesNotWait()
    {
        var gates = new HostGates(_clock, Pause);
        using var first = await gates.EnterAsync("e.org", Cancellation);
        using var second = await gates.EnterAsync("f.org", Cancellation);
    }

    [Fact]
    public async Task Enter_CancelledWhileItWaits_LeavesTheTurnToTheNext()
    {
        var gates = new HostGates(_clock, Pause);
        var first = await gates.EnterAsync("e.org", Cancellation);
        using var stop = new CancellationTokenSource();
        var cancelled = gates.EnterAsync("e.org", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        first.Dispose();
        _clock.Advance(Pause);
        (await gates.EnterAsync("e.org", Cancellation)).Dispose();
    }
}
