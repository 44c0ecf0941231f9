using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;

namespace MarketPulse.Tests.Announcements.Claims;

public class LedgerTests
{
    private static readonly DuePeriod SecondHalf = new(
        "2025-H2",
        new(2025, 7, 1),
        new(2025, 12, 31)
    );

    private static readonly DuePeriod NextYear = new("2026", new(2026, 1, 1), new(2026, 12, 31));

    [Theory]
    [InlineData("2025-06-30", PromiseStatus.Open)]
    [InlineData("2025-07-01", PromiseStatus.Due)]
    [InlineData("2025-12-31", PromiseStatus.Due)]
    [InlineData("2026-01-01", PromiseStatus.Missed)]
    public void Of_PromiseAlone_GoesByItsPeriod(string asOf, PromiseStatus status) =>
        Assert.Equal(status, Assert.Single(Of(asOf, Promise("2025-03-18", SecondHalf))).Status);

    [Fact]
    public void Of_Delivery_ConfirmsThePromise()
    {
        var entry = Assert.Single(
            Of("2026-06-01", Promise("2025-03-18", SecondHalf), Delivery("2025-11-02"))
        );
        Assert.Equal(PromiseStatus.Confirmed, entry.Status);
        Assert.Equal("said to be there within 2025-H2", entry.Reason);
        Assert.Equal("Story of 2025-11-02", entry.DecidedTitle);
    }

    [Fact]
    public void Of_DeliveryAfterTheEnd_ConfirmsLate()
    {
        var entry = Assert.Single(
            Of("2026-06-01", Promise("2025-03-18", SecondHalf), Delivery("2026-01-31"))
        );
        Assert.Equal("said to be there 31 days after 2025-H2 ended", entry.Reason);
    }

    [Fact]
    public void Of_AnotherPeriod_MovesThePromise()
    {
        var entries = Of(
            "2025-12-01",
            Promise("2025-03-18", SecondHalf),
            Promise("2025-09-01", NextYear)
        );
        Assert.Equal([PromiseStatus.Moved, PromiseStatus.Open], entries.Select(e => e.Status));
        Assert.Equal("put off to 2026", entries[0].Reason);
        Assert.Equal(new DateOnly(2025, 9, 1), entries[1].PromisedOn);
    }

    [Fact]
    public void Of_NarrowerPeriodWithinTheFirst_IsTheSamePromise()
    {
        var quarter = new DuePeriod("2026-Q3", new(2026, 7, 1), new(2026, 9, 30));
        var entry = Assert.Single(
            Of("2025-12-01", Promise("2025-03-18", NextYear), Promise("2025-09-01", quarter))
        );
        Assert.Equal((quarter, 1), (entry.Due, entry.Repeated));
    }

    [Fact]
    public void Of_WhatWasSaidLater_IsNotKnownYet() =>
        Assert.Equal(
            PromiseStatus.Missed,
            Assert
                .Single(Of("2026-01-10", Promise("2025-03-18", SecondHalf), Delivery("2026-01-31")))
                .Status
        );

    [Fact]
    public void Of_AnotherProductsDelivery_ConfirmsNothing()
    {
        var other = Delivery("2025-11-02");
        other = other with { Claims = [other.Claims[0] with { Subject = "Blackwell" }] };
        Assert.Equal(
            PromiseStatus.Missed,
            Assert.Single(Of("2026-06-01", Promise("2025-03-18", SecondHalf), other)).Status
        );
    }

    private static ImmutableArray<LedgerEntry> Of(string asOf, params Announcement[] told) =>
        Ledger.Of(told, DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));

    private static Announcement Promise(string on, DuePeriod due) =>
        Story(on, StoryClaimSort.Promise, due);

    private static Announcement Delivery(string on) => Story(on, StoryClaimSort.Delivery, null);

    private static Announcement Story(string on, StoryClaimSort sort, DuePeriod? due)
    {
        var at = DateTimeOffset.Parse(
            $"{on}T16:00:00Z",
            System.Globalization.CultureInfo.InvariantCulture
        );
        return Items.Telling($"Story of {on}", at, $"https://e.org/{on}", on) with
        {
            Claims =
            [
                new(
                    "Blackwell Ultra",
                    sort,
                    due,
                    DateOnly.FromDateTime(at.UtcDateTime),
                    "so it says"
                ),
            ],
        };
    }
}
