using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Tests.Alerts;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Queries;

public sealed class KnownThenTests
{
    private static readonly DateTimeOffset Then = Items.Noon;

    [Fact]
    public void Result_ComputedLater_WasNotKnown() =>
        Assert.Null(
            (Results.Of() with { ComputedAt = Then.AddSeconds(1), Former = null }).AsOf(Then)
        );

    [Fact]
    public void Result_ComputedAtThatInstant_IsAsItIs()
    {
        var result = Results.Of() with { ComputedAt = Then };

        Assert.Same(result, result.AsOf(Then));
        Assert.Same(result, result.AsOf(null));
    }

    [Fact]
    public void Result_RevisedSince_HasItsFirstFiguresAndVerdict()
    {
        var first = Results.Of(@return: -0.05, t: -2.5) with
        {
            ComputedAt = Then.AddDays(-1),
            Verdict = Verdict.Significant,
            P = 0.01,
        };
        var revised = Results.Of(@return: -0.01, t: -0.2) with
        {
            ComputedAt = Then.AddDays(1),
            Verdict = Verdict.NotDistinguishableFromNoise,
            Former = FormerResult.Of(first),
        };

        var known = revised.AsOf(Then)!;

        Assert.Equal(
            (Verdict.Significant, -0.05, -2.5, 0.01),
            (known.Verdict, known.Return, known.T, known.P)
        );
        Assert.Null(known.Beta);
        Assert.Null(known.Former);
        Assert.Equal(first.ComputedAt, known.ComputedAt);
    }

    [Fact]
    public void Announcement_SeenLater_WasNotKnown() =>
        Assert.Null(Items.Telling("NVIDIA story").AsOf(Then));

    [Fact]
    public void Announcement_RenamedSince_HasItsFormerTitle()
    {
        var story = Items.Telling("NVIDIA says so", Then.AddHours(-2));
        var renamed = StoryEdits.Apply(
            story,
            0,
            Items.Telling("NVIDIA said so", Then.AddHours(-2)) with
            {
                FirstSeenAt = Then.AddHours(1),
            }
        );

        Assert.Equal("NVIDIA said so", renamed.AsOf(Then.AddHours(1))!.Title);
        Assert.Equal("NVIDIA says so", renamed.AsOf(Then)!.Title);
        Assert.Empty(renamed.AsOf(Then)!.Edits);
    }
}
