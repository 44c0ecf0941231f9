using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketPulse.Feeds;

/// <summary>The feeds' part of the registration.</summary>
internal static class FeedServices
{
    /// <exception cref="SettingException">A setting can't be used.</exception>
    public static void AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        var allowPrivate = AllowPrivateAddresses(configuration);
        services.TryAddSingleton(s => new HostGates(
            s.GetRequiredService<TimeProvider>(),
            HostGates.Pause
        ));
        services.AddHttp<FeedClient>(
            ResilientHttp.Agent(configuration),
            s => new PoliteHandler(
                s.GetRequiredService<HostGates>(),
                GuardedConnection.Handler(allowPrivate)
            )
        );
    }

    private static bool AllowPrivateAddresses(IConfiguration configuration)
    {
        const string Name = SettingNames.AllowPrivateAddresses;
        return configuration[Name] is not { Length: > 0 } set ? false
            : bool.TryParse(set, out var allow) ? allow
            : throw new SettingException(
                $"{Name} '{set}' is neither true nor false. Leave it out to ask only the Internet's addresses."
            );
    }
}
