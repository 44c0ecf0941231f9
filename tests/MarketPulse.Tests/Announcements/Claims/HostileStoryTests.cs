using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Claims.Wording;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Tests.Announcements.Claims;

public class HostileStoryTests
{
    private static readonly Lexicon Lexicon = LexiconFile.Read(LexiconFile.Default);

    [Fact]
    public void Read_WordsOfPromisesInAnyOrder_NeverThrowsAndIsBounded()
    {
        string[] words =
        [
            .. ClaimWords.ReadList().Select(p => p.Text),
            .. Lexicon.Entries.Select(e => e.Name),
            "2026",
            "in 2026",
            "for 2027",
            "second half of 2026",
            "in May",
            "2026年下半年",
            "9999年13月",
            "Q3 FY99",
            ".",
            ";",
            ",",
            "?",
            "\n",
            "。",
        ];
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Join(
                ' ',
                Enumerable
                    .Range(0, random.Next(1, 60))
                    .Select(_ => words[random.Next(words.Length)])
            );
            var claims = StoryClaims.Read(
                text[..Math.Min(30, text.Length)],
                text,
                new(2025, 12, 31),
                Lexicon,
                ["NVIDIA"]
            );
            Assert.True(claims.Length <= StoryClaims.Most);
            Assert.All(
                claims.Where(c => c.Sort == StoryClaimSort.Promise),
                c => Assert.True(c.Due!.To >= new DateOnly(2025, 12, 31))
            );
        }
    }
}
