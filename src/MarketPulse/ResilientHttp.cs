using MarketPulse.Feeds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly.Retry;

namespace MarketPulse;

/// <summary>HTTP clients with retries, a circuit breaker a host, and time limits (Polly); also those of the price sources.</summary>
internal static class ResilientHttp
{
    /// <param name="agent">The User-Agent that the source sees.</param>
    /// <param name="mostBytes">Of an answer: a longer one is an error.</param>
    public static void AddHttp<TClient>(
        this IServiceCollection services,
        string agent,
        Func<IServiceProvider, HttpMessageHandler> connection,
        int mostBytes = int.MaxValue
    )
        where TClient : class
    {
        var client = services.AddHttpClient<TClient>(http =>
        {
            http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
            http.MaxResponseContentBufferSize = mostBytes;
        });
        client.ConfigurePrimaryHttpMessageHandler(connection);
        var pipeline = client.AddStandardResilienceHandler(resilience =>
        {
            // The next scheduled run is the patient retry; these bridge a hiccup only.
            resilience.Retry.MaxRetryAttempts = 2;
            resilience.Retry.Delay = TimeSpan.FromSeconds(1);
            resilience.Retry.ShouldHandle = args => ValueTask.FromResult(IsWorthRetrying(args));
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(15);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(45);
        });
        // One host's failures mustn't open the circuit to the others.
        pipeline.SelectPipelineByAuthority();
    }

    /// <summary>What may pass in seconds; not an address that is refused, nor a server that says itself when to come back.</summary>
    private static bool IsWorthRetrying(RetryPredicateArguments<HttpResponseMessage> attempt) =>
        HttpClientResiliencePredicates.IsTransient(attempt.Outcome)
        && attempt.Outcome.Exception is not AddressRefusedException
        && attempt.Outcome.Exception?.InnerException is not AddressRefusedException
        && attempt.Outcome.Result?.Headers.RetryAfter is null;

    /// <summary>The configured User-Agent, else <see cref="MarketPulseServices.UserAgent"/>.</summary>
    /// <exception cref="SettingException">It can't be sent as one.</exception>
    public static string Agent(IConfiguration configuration)
    {
        var agent = configuration[SettingNames.UserAgent] is { Length: > 0 } set
            ? set
            : MarketPulseServices.UserAgent;
        using var probe = new HttpRequestMessage();
        return probe.Headers.UserAgent.TryParseAdd(agent)
            ? agent
            : throw new SettingException(
                $"Http:UserAgent '{agent}' is not a user agent. Write it like 'MarketPulse/0.1 (you@example.org)'."
            );
    }
}
