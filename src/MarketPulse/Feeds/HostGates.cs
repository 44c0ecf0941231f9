using System.Collections.Concurrent;

namespace MarketPulse.Feeds;

/// <summary>One request to a host at a time, and a pause between two: the SEC allows ten a second, others say nothing.</summary>
/// <param name="pause">From the beginning of a request to that of the next to the same host.</param>
internal sealed class HostGates(TimeProvider clock, TimeSpan pause)
{
    /// <summary>Below the SEC's ten a second with some room.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, Gate> _gates = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Waits for the host's turn; disposing of the result ends it.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(host, _ => new Gate());
        await gate.Turn.WaitAsync(cancellation);
        try
        {
            var wait = gate.Next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < pause ? wait : pause, clock, cancellation);
            }

            gate.Next = clock.GetUtcNow() + pause;
            return gate;
        }
        catch
        {
            gate.Turn.Release();
            throw;
        }
    }

    private sealed class Gate : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset Next { get; set; }

        public void Dispose() => Turn.Release();
    }
}
