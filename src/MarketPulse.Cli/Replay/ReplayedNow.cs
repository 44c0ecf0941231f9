using MarketPulse.Cli.Local;
using MarketPulse.Prices;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Cli.Replay;

/// <summary>What a replay left is as of its last day: measured by today's clock all of it would be late (IO).</summary>
internal static class ReplayedNow
{
    /// <summary>The last day of the replay that a folder holds, or null where it holds none.</summary>
    public static DateOnly? Of(LocalData data) =>
        ReplayMarker.Read(data.Root) is { } replay && replay.To > TradingCalendar.First
            ? replay.To
            : null;

    /// <summary>Lets the clock stand at the end of the replay that a folder holds; without one, it goes as it does.</summary>
    public static void Register(IServiceCollection services, LocalData data)
    {
        if (Of(data) is { } last)
        {
            services.AddSingleton<TimeProvider>(
                new SimulatedClock(TradingCalendar.Midnight(last.AddDays(1)))
            );
        }
    }

    /// <summary>As of when an answer is judged, where that isn't now; null where it is.</summary>
    public static string? Say(CliHost host) =>
        host.Get<TimeProvider>() is SimulatedClock clock
            ? $"A replay is stored here: judged as of its last day, {TradingCalendar.DateOf(clock.GetUtcNow().AddTicks(-1)):yyyy-MM-dd}."
            : null;
}
