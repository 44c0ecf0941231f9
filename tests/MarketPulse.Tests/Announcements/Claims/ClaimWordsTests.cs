using MarketPulse.Announcements.Claims.Wording;

namespace MarketPulse.Tests.Announcements.Claims;

public class ClaimWordsTests
{
    [Fact]
    public void ReadList_EveryPhrase_IsFoundWhereItStands() =>
        Assert.All(
            ClaimWords.ReadList(),
            p => Assert.Equal(2, ClaimWords.Find($"¶ {p.Text.ToUpperInvariant()} ¶", p.Sense))
        );

    [Fact]
    public void ReadList_EverySense_HasPhrases() =>
        Assert.All(
            Enum.GetValues<ClaimWord>().Where(sense => sense != ClaimWord.None),
            sense => Assert.Contains(ClaimWords.ReadList(), p => p.Sense.HasFlag(sense))
        );

    [Theory]
    [InlineData("He membership", -1)] // "ship" inside a word
    [InlineData("shipyard", -1)]
    [InlineData("to go on  sale", 3)]
    [InlineData("a next-generation chip", 2)]
    [InlineData("将于明年推出", 0)]
    public void Find_Phrase_IsAWordOfItsOwn(string text, int at) =>
        Assert.Equal(at, ClaimWords.Find(text, ClaimWord.Coming));
}
