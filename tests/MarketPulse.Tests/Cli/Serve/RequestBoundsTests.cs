using MarketPulse.Cli.Serve;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace MarketPulse.Tests.Cli.Serve;

public sealed class RequestBoundsTests
{
    [Fact]
    public async Task Requests_BeyondThoseThatMayWait_AreTurnedAwayUntilOneIsDone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new RateLimiterOptions();
        RequestBounds.Set(options);
        var limiter = options.GlobalLimiter!;
        var context = new DefaultHttpContext();
        var leases = new List<Task<System.Threading.RateLimiting.RateLimitLease>>();
        for (var i = 0; i < RequestBounds.AtOnce + RequestBounds.Waiting; i++)
        {
            leases.Add(limiter.AcquireAsync(context, 1, cancellation).AsTask());
        }

        using var refused = await limiter.AcquireAsync(context, 1, cancellation);
        Assert.False(refused.IsAcquired);
        Assert.Equal(RequestBounds.AtOnce, leases.Count(l => l.IsCompleted));

        (await leases[0]).Dispose();
        Assert.True((await leases[RequestBounds.AtOnce]).IsAcquired);
        await limiter.DisposeAsync();
    }
}
