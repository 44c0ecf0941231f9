using Microsoft.Extensions.Configuration;

namespace MarketPulse.Tests;

public class SchedulesTests
{
    public static TheoryData<string> Functions => [.. FunctionNames.All];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Of_NothingSet_IsTheDefault(string function)
    {
        var from = new DateTime(2025, 3, 18, 0, 0, 0, DateTimeKind.Utc);
        var schedule = Schedules.Of(Configuration([]), function);
        Assert.InRange(schedule.GetNextOccurrence(from), from.AddMinutes(1), from.AddDays(1));
    }

    [Fact]
    public void Defaults_AreThoseOfEveryFunction() =>
        Assert.Equal(FunctionNames.All.Order(), Schedules.Defaults.Keys.Order());

    [Fact]
    public void Of_Setting_OutranksTheDefault() =>
        Assert.Equal(
            "0 0 6 * * 1-5",
            Schedules
                .Of(Configuration(new() { ["Watchdog:Schedule"] = "0 0 6 * * 1-5" }), "Watchdog")
                .ToString()
        );

    [Theory]
    [InlineData("*/15 * * * *")] // Five fields: seconds are missing.
    [InlineData("0 99 * * * *")]
    [InlineData("every hour")]
    [InlineData("01:00:00")] // A time span, which Azure allows on dedicated plans only.
    public void Of_NoSchedule_NamesSettingAndCure(string text) =>
        Assert.Equal(
            $"IngestPrices:Schedule '{text}' is not a schedule. Write six fields (second minute hour day month weekday, UTC), such as '0 20 * * * *'.",
            Assert
                .Throws<SettingException>(() =>
                    Schedules.Of(
                        Configuration(new() { ["IngestPrices:Schedule"] = text }),
                        "IngestPrices"
                    )
                )
                .Message
        );

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
