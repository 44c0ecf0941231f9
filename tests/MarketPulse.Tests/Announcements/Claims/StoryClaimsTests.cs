using System.Collections.Immutable;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Tests.Announcements.Claims;

public class StoryClaimsTests
{
    private static readonly Lexicon Lexicon = LexiconFile.Read(LexiconFile.Default);

    [Theory]
    [InlineData(
        "Blackwell Ultra servers are to ship in the second half of 2025.",
        "Blackwell Ultra",
        "2025-H2"
    )]
    [InlineData("Feynman will follow in 2028.", "Feynman", "2028")]
    [InlineData("Vera Rubin芯片将在2026年下半年推出。", "Vera Rubin", "2026-H2")]
    public void Read_Promise_KeepsProductAndPeriod(string text, string subject, string due)
    {
        var claim = Assert.Single(Read(text));
        Assert.Equal(
            (subject, StoryClaimSort.Promise, due),
            (claim.Subject, claim.Sort, claim.Due?.Words)
        );
    }

    [Theory]
    [InlineData("Blackwell is in full production.", "Blackwell")]
    [InlineData("The DGX Spark is now available from partners.", "DGX Spark")]
    [InlineData("Rubin芯片已全面量产。", "Rubin")]
    public void Read_Delivery_KeepsTheProduct(string text, string subject)
    {
        var claim = Assert.Single(Read(text));
        Assert.Equal((subject, StoryClaimSort.Delivery), (claim.Subject, claim.Sort));
    }

    [Fact]
    public void Read_Delivery_KeepsAlsoWhatItBrings() =>
        Assert.Equal(
            ["GB300", "Blackwell Ultra"],
            Read("GB300 is shipping to all large clouds.").Select(c => c.Subject)
        );

    [Theory]
    [InlineData("Rubin is not yet available.")]
    [InlineData("Rubin is expected to be in full production soon.")]
    [InlineData("Rubin尚未量产。")]
    [InlineData("A product of nobody's is now available.")]
    [InlineData("A rack holds 36 Grace CPUs. First machines are due to ship later in 2025.")] // Which machines is a guess.
    [InlineData("")]
    public void Read_NeitherPromiseNorDelivery_IsNothing(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Read_EndlessList_IsBounded() =>
        Assert.True(
            Read(
                string.Concat(
                    Enumerable.Range(2026, 60).Select(y => $"Rubin is due to ship in {y}. ")
                )
            ).Length <= StoryClaims.Most
        );

    private static ImmutableArray<StoryClaim> Read(string text) =>
        StoryClaims.Read("NVIDIA speaks", text, new(2025, 3, 18), Lexicon);
}
