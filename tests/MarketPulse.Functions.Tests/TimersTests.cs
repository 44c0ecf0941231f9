using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

public sealed class TimersTests
{
    public static TheoryData<string> Scheduled => [.. FunctionNames.All];

    [Theory]
    [MemberData(nameof(Scheduled))]
    public async Task Timer_Fired_RunsTheStageOfItsName(string function)
    {
        await using var tables = await LoopbackTables.StartAsync();
        await using var services = tables.Services();
        var timers = ActivatorUtilities.CreateInstance<Timers>(services);

        await (Task)
            typeof(Timers)
                .GetMethods()
                .Single(m => m.GetCustomAttribute<FunctionAttribute>()?.Name == function)
                .Invoke(timers, [new TimerInfo(), TestContext.Current.CancellationToken])!;

        Assert.Equal(
            [$"/test/Runs(PartitionKey='last',RowKey='{function}')"],
            tables.Writes.Where(w => w.StartsWith("/test/Runs(", StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Scheduled))]
    public async Task Timer_CancelledByTheHost_Stops(string function)
    {
        await using var tables = await LoopbackTables.StartAsync();
        await using var services = tables.Services();
        var timers = ActivatorUtilities.CreateInstance<Timers>(services);
        var method = typeof(Timers)
            .GetMethods()
            .Single(m => m.GetCustomAttribute<FunctionAttribute>()?.Name == function);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            (Task)method.Invoke(timers, [new TimerInfo(), new CancellationToken(canceled: true)])!
        );
        Assert.Empty(tables.Writes);
    }
}
