using System.Globalization;
using System.Threading.RateLimiting;
using MarketPulse.Queries.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace MarketPulse.Cli.Serve;

/// <summary>How much is answered at a time: a page that has gone wild, or a stranger, must not keep the machine busy.</summary>
internal static class RequestBounds
{
    /// <summary>Requests worked on at once; a page asks for about twenty files and answers.</summary>
    public const int AtOnce = 16;

    /// <summary>Further ones that wait for their turn.</summary>
    public const int Waiting = 240;

    /// <summary>What a program that was turned away should wait, in seconds.</summary>
    private const int WaitSeconds = 1;

    public static void Set(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(_ =>
            RateLimitPartition.GetConcurrencyLimiter(
                true,
                _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }
            )
        );
        options.OnRejected = async (rejected, cancellation) =>
        {
            var result = ApiProblem.Of(
                StatusCodes.Status429TooManyRequests,
                "Too many questions at once.",
                $"Ask at most {AtOnce} at a time, and this one again."
            );
            result.Headers["Retry-After"] = WaitSeconds.ToString(CultureInfo.InvariantCulture);
            await result.ExecuteAsync(rejected.HttpContext);
        };
    }
}
