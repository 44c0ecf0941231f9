using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Functions.Tests;

/// <summary>What the Functions host will read from the app's attributes.</summary>
public sealed class BindingTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(Timers)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Timers).Namespace)
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static TheoryData<string> Scheduled => [.. FunctionNames.All];

    [Fact]
    public void Functions_AllTogether_AreTheScheduledOnesAndTheApi() =>
        Assert.Equal(
            [
                .. FunctionNames.All,
                "AddSilence",
                "EndSilence",
                "Health",
                "OpenApi",
                "Page",
                "Query",
            ],
            Functions.Select(Name).OrderBy(n => Order(n)).ThenBy(n => n, StringComparer.Ordinal)
        );

    [Fact]
    public void Functions_EveryOne_IsPublicAndHasExactlyOneTrigger() =>
        Assert.All(
            Functions,
            function =>
            {
                Assert.True(function.DeclaringType!.IsPublic);
                Assert.Single(
                    function.GetParameters(),
                    p => Timer(p) is not null || Http(p) is not null
                );
                // What waits for something can be called off.
                Assert.Equal(
                    typeof(Task).IsAssignableFrom(function.ReturnType) ? 1 : 0,
                    function
                        .GetParameters()
                        .Count(p => p.ParameterType == typeof(CancellationToken))
                );
            }
        );

    /// <summary>
    /// The host sorts functions by name, whatever the case, and the first route that fits is taken, not the most special one
    /// (azure-functions-host#9876): health would ask for the key of the questions.
    /// </summary>
    [Fact]
    public void Route_OfAFixedAddress_IsTriedBeforeOneThatTakesAnyName()
    {
        var routes = Functions
            .Select(f =>
                (
                    Name: Name(f),
                    Http: f.GetParameters().Select(Http).FirstOrDefault(h => h is not null)
                )
            )
            .Where(f => f.Http is not null)
            .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Select(f => (f.Name, Methods: f.Http!.Methods!, Segments: f.Http.Route!.Split('/')))
            .ToList();
        var behind =
            from any in routes
            from special in routes.Skip(routes.IndexOf(any) + 1)
            where
                any.Segments.Length == special.Segments.Length
                && any.Methods.Intersect(special.Methods).Any()
                && any.Segments.Zip(special.Segments)
                    .All(s => s.First[0] == '{' || s.First == s.Second)
            select $"{special.Name} is never reached: {any.Name} takes its address";
        Assert.Empty(behind);
        Assert.Contains(routes, r => r.Segments[^1][0] == '{');
    }

    [Theory]
    [MemberData(nameof(Scheduled))]
    public void Timer_EveryOne_TakesItsScheduleFromItsOwnSetting(string function)
    {
        var trigger = Assert.Single(TriggersOf(function), t => t is not null)!;

        Assert.Equal($"%{Schedules.SettingOf(function)}%", trigger.Schedule);
        Assert.True(trigger.UseMonitor);
        // On every restart and every new instance it would run again: the schedule decides, and the tables.
        Assert.False(trigger.RunOnStartup);
    }

    [Theory]
    [MemberData(nameof(Scheduled))]
    public void Schedule_OfTheExampleSettings_IsTheDefaultWithSeconds(string function)
    {
        var example = Settings.Example[Schedules.SettingOf(function)];

        Assert.Equal(Schedules.Defaults[function], example);
        Assert.Equal(6, example.Split(' ').Length);
        var schedule = Schedules.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(Schedules.SettingOf(function), example)])
                .Build(),
            function
        );
        var first = schedule.GetNextOccurrence(new DateTime(2025, 3, 18));
        Assert.Equal(0, first.Second);
        Assert.True(schedule.GetNextOccurrence(first) - first >= TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("api/{question}", "get", AuthorizationLevel.Function)]
    [InlineData("api/openapi.json", "get", AuthorizationLevel.Function)]
    [InlineData("api/silences", "post", AuthorizationLevel.Function)]
    [InlineData("api/silences/{id}", "delete", AuthorizationLevel.Function)]
    [InlineData("api/health", "get", AuthorizationLevel.Anonymous)]
    [InlineData("{file?}", "get", AuthorizationLevel.Anonymous)]
    public void Http_Route_AsksForAKeyButForHealthAndThePage(
        string route,
        string method,
        AuthorizationLevel level
    )
    {
        var trigger = Assert.Single(Triggers, t => t.Route == route);
        Assert.Equal(level, trigger.AuthLevel);
        Assert.Equal([method], trigger.Methods!);
    }

    [Fact]
    public void Http_Routes_AreTheseSix() => Assert.Equal(6, Triggers.Count());

    private static IEnumerable<HttpTriggerAttribute> Triggers =>
        Functions.SelectMany(f => f.GetParameters()).Select(Http).OfType<HttpTriggerAttribute>();

    [Fact]
    public void Retries_WhereGiven_AreFewAndReadable() =>
        Assert.All(
            Functions.Select(f => f.GetCustomAttribute<RetryAttribute>()).OfType<RetryAttribute>(),
            retry =>
            {
                var fixedDelay = Assert.IsType<FixedDelayRetryAttribute>(retry);
                Assert.InRange(fixedDelay.MaxRetryCount, 1, 5);
                Assert.InRange(
                    TimeSpan.Parse(
                        fixedDelay.DelayInterval,
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                    TimeSpan.FromSeconds(1),
                    TimeSpan.FromMinutes(5)
                );
            }
        );

    private static string Name(MethodInfo function) =>
        function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static int Order(string name) => FunctionNames.All.TakeWhile(n => n != name).Count();

    private static IEnumerable<TimerTriggerAttribute?> TriggersOf(string function) =>
        Functions.Where(f => Name(f) == function).SelectMany(f => f.GetParameters()).Select(Timer);

    private static TimerTriggerAttribute? Timer(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<TimerTriggerAttribute>();

    private static HttpTriggerAttribute? Http(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<HttpTriggerAttribute>();
}
