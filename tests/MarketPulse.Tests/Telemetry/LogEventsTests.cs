using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Tests.Telemetry;

public partial class LogEventsTests
{
    /// <summary>Every logged event of the library with a number.</summary>
    private static readonly IReadOnlyList<LoggerMessageAttribute> Events =
    [
        .. typeof(Pipeline)
            .Assembly.GetTypes()
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Static
                        | BindingFlags.Instance
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
            )
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>(),
    ];

    [Fact]
    public void Event_EveryOne_HasANumberAndANameOfItsOwn()
    {
        Assert.True(Events.Count > 10);
        Assert.All(Events, e => Assert.InRange(e.EventId, 1001, 9999));
        Assert.Equal(Events.Count, Events.Select(e => e.EventId).Distinct().Count());
        Assert.Equal(Events.Count, Events.Select(e => e.EventName).Distinct().Count());
    }

    [Fact]
    public void Documentation_Events_AreThoseOfTheCode()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        Assert.Equal(
            Events.Select(e => $"{e.EventId} {e.EventName}").Order(StringComparer.Ordinal),
            Row()
                .Matches(page)
                .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")
                .Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(@"^\| (\d{4}) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
