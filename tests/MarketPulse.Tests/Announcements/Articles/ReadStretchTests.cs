using MarketPulse.Announcements.Articles;

namespace MarketPulse.Tests.Announcements.Articles;

public class ReadStretchTests
{
    [Theory]
    [InlineData("3% ")]
    [InlineData("$115.43, ")]
    [InlineData("1.5.")]
    [InlineData("三倍，")]
    [InlineData("明年")]
    [InlineData("５倍，")]
    public void End_MoreFiguresThanAreRead_IsBehindTheLast(string figure)
    {
        var notes = new List<string>();
        var text = Repeat(figure, ArticleReader.MaxFigures + 7);
        var end = ReadStretch.End(text, notes);
        Assert.InRange(
            end,
            figure.Length * ArticleReader.MaxFigures,
            (figure.Length * ArticleReader.MaxFigures) + 1
        );
        var note = Assert.Single(notes);
        Assert.StartsWith("Only the first 5000 figures were read", note, StringComparison.Ordinal);
    }

    [Fact]
    public void End_AsManyFiguresAsAreRead_IsTheTextsWithoutANote()
    {
        var notes = new List<string>();
        var text = Repeat("1,224.40 ", ArticleReader.MaxFigures);
        Assert.Equal(text.Length, ReadStretch.End(text, notes));
        Assert.Empty(notes);
    }

    [Fact]
    public void End_DigitsWithoutEnd_CountAsFiguresOfThirtyTwo()
    {
        var notes = new List<string>();
        Assert.Equal(
            ArticleReader.MaxCharacters,
            ReadStretch.End(new('7', ArticleReader.MaxCharacters), notes)
        );
        Assert.Empty(notes);
        Assert.Equal(2, ReadStretch.End(new('7', 2), notes));
    }

    [Fact]
    public void End_MoreLinesThanAreRead_IsBehindTheLast()
    {
        var notes = new List<string>();
        var end = ReadStretch.End(Repeat("a\n", ArticleReader.MaxLines + 1), notes);
        Assert.Equal(2 * ArticleReader.MaxLines, end);
        Assert.StartsWith(
            "Only the first 10000 lines",
            Assert.Single(notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void End_MoreCharactersThanAreRead_SaysSo()
    {
        var notes = new List<string>();
        Assert.Equal(
            ArticleReader.MaxCharacters,
            ReadStretch.End(new('a', ArticleReader.MaxCharacters + 1), notes)
        );
        Assert.EndsWith("characters were read.", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreFiguresThanAreRead_ClaimsNoMoreAndSaysSo()
    {
        var text = "Blackwell is fast.\n" + Repeat("10× ", ArticleReader.MaxFigures + 100);
        Assert.Equal(ArticleReader.MaxFigures, SampleText.ClaimsIn(text).Length);
        Assert.Contains(
            SampleText.Read(text).Notes,
            n => n.Contains("5000 figures", StringComparison.Ordinal)
        );
    }

    private static string Repeat(string piece, int times) =>
        string.Concat(Enumerable.Repeat(piece, times));
}
