using MarketPulse.Announcements.Articles;
using MarketPulse.Cli.Read;
using MarketPulse.Queries.Articles;
using MarketPulse.Tests.Announcements.Articles;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Queries.Articles;

/// <summary>The keynote's report, told three times: the one that the project came from, and two of its own.</summary>
public class ArticleReadingTests
{
    private static readonly string[] Products =
    [
        "GTC",
        "DeepSeek",
        "Blackwell",
        "Blackwell Ultra",
        "GB200",
        "GB300",
        "Hopper",
        "Vera",
        "Rubin",
        "Vera Rubin",
        "Rubin Ultra",
        "Feynman",
        "Dynamo",
        "AMD",
        "Ryzen AI Max",
        "Jensen Huang",
        "Lisa Su",
        "DeepSeek-R1",
        "NVIDIA",
    ];

    public static TheoryData<string> Tellings => ["keynote-zh.txt", "keynote-en.txt", "seed"];

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_IsPlaced(string telling)
    {
        var told = Read(telling).Announcement;
        Assert.Equal("keynote", told.Kind);
        Assert.Equal(new DateOnly(2025, 3, 21), told.PublishedOn);
        Assert.Equal(new DateOnly(2025, 3, 19), told.StoryDate);
        Assert.Equal(new DateOnly(2025, 3, 18), told.EventDay);
        Assert.Equal("NVDA", told.Symbol);
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_NamesEverythingAndNothingElse(string telling) =>
        Assert.Equal(
            Products.Order(StringComparer.Ordinal),
            Read(telling).Mentions.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_FindsItsPromises(string telling) =>
        Assert.Equal(
            [
                ("Blackwell Ultra", "2025-H2"),
                ("Vera Rubin", "2026-H2"),
                ("Rubin Ultra", "2027-H2"),
                ("Feynman", "2028"),
            ],
            Read(telling).Claims.Where(c => c.Type == "roadmap").Select(c => (c.Subject, c.Due!))
        );

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_FindsItsQuantities(string telling)
    {
        var found = Read(telling)
            .Claims.Where(c => c.Type == "quantity")
            .Select(c => (c.Subject, c.Value, c.Unit, c.ComparedWith))
            .Distinct();
        Assert.Equal(
            new HashSet<(string, double?, string?, string?)>
            {
                ("compute", 100, "x", null),
                ("tokens", 10, "x", null),
                ("speed", 10, "x", null),
                ("Blackwell", 3_600_000, "chips", null),
                ("GB300", 1000, "tokens/s", "Hopper: 100 tokens/s"),
                ("Blackwell Ultra", 50, "x", null),
                ("Rubin", 50, "PFLOPS", "Blackwell: 20 PFLOPS"),
                ("Rubin", 1.5, "x", null),
                ("Rubin Ultra", 100, "PFLOPS", null),
                ("Dynamo", 30, "x", null),
            },
            [.. found]
        );
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_DoesItsSums(string telling) =>
        Assert.Equal(
            [
                "10 × 10 = 100: holds",
                "50 / 20 = 2.5, which is 1.5 times higher: holds",
                "100 = 2 × 50: holds",
            ],
            Read(telling).Claims.Select(c => c.Arithmetic).OfType<string>().Distinct()
        );

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Keynote_HoldsItsPricesAgainstTheBars(string telling) =>
        Assert.Equal(
            [
                ("close", 115.43, "confirmed"),
                ("change", -3.43, "confirmed"),
                ("yearToDate", -16.54, "confirmedOnAnotherBase"),
            ],
            Read(telling).PriceStatements.Select(s => (s.Field, s.Value, s.Verdict))
        );

    [Theory]
    [InlineData("keynote-zh.txt")]
    [InlineData("seed")]
    public void Read_Spam_IsNoContentAndIsNamed(string telling)
    {
        var answer = Read(telling);
        Assert.DoesNotContain("twitter", answer.Announcement.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("loan", answer.Announcement.Title, StringComparison.Ordinal);
        Assert.Equal(2, answer.Notes.Count(n => n.Contains("inserted spam")));
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Read_Quote_IsWhatTheSpanCovers(string telling)
    {
        var answer = Read(telling);
        var text = Text(telling);
        Assert.All(answer.Claims, c => Assert.Equal(c.Quote, text[c.Start..c.End]));
        Assert.All(answer.PriceStatements, s => Assert.Equal(s.Quote, text[s.Start..s.End]));
    }

    [Fact]
    public void Read_TextAboutNothingWatched_SaysSo()
    {
        var answer = Of(SampleText.Read("The weather was fine in the hills."));
        Assert.Null(answer.Announcement.Symbol);
        Assert.Empty(answer.Mentions);
        Assert.Contains(
            answer.Notes,
            n => n.StartsWith("It is about nothing watched", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Read_PassingMention_IsNoAnnouncement()
    {
        var filler = string.Concat(Enumerable.Repeat("The farm sold its apples to the town. ", 12));
        var told = Of(
            SampleText.Read($"Apples are cheap\n{filler} Even NVIDIA buys some.")
        ).Announcement;
        Assert.Null(told.Symbol);
        Assert.Contains("in passing", told.Relevance, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherCompanysHeadline_IsNotAboutTheOneNamedOnce() =>
        Assert.Null(
            Of(
                SampleText.Read(
                    "TSMC raises its outlook\nIts customers include Apple and NVIDIA. It builds plants."
                )
            ).Announcement.Symbol
        );

    [Fact]
    public void Read_DatelineAlone_IsThePublicationToo() =>
        Assert.Equal(
            new DateOnly(2025, 2, 26),
            Of(
                ArticleReader.Read(
                    "NVIDIA reports\nSANTA CLARA, Calif., Feb. 26, 2025 (GLOBE NEWSWIRE) -- NVIDIA today reported revenue.",
                    SampleText.Names
                )
            ).Announcement.PublishedOn
        );

    [Theory]
    [InlineData("北京时间3月19日凌晨1点,黄仁勋在加州发表主题演讲。", "2025-03-18")]
    [InlineData("当地时间3月18日,黄仁勋发表演讲。", "2025-03-18")]
    [InlineData("Huang spoke in his keynote on March 18.", "2025-03-18")]
    [InlineData("4月15日，英偉達宣佈計提損失。", "2024-04-15")]
    [InlineData("A conference from March 17 on brought a keynote.", "2025-03-21")]
    [InlineData("NVIDIA introduced a chip on Tuesday.", "2025-03-18")]
    [InlineData("英伟达周二宣布了新芯片。", "2025-03-18")]
    [InlineData("NVIDIA said a rule of January 13 had cost it sales.", "2025-03-21")]
    [InlineData("NVIDIA reported its quarter ended March 20, 2025.", "2025-03-21")]
    public void Read_EventDate_IsWhenItHappenedThere(string text, string date) =>
        Assert.Equal(
            date,
            Of(SampleText.Read(text))
                .Announcement.EventDate?.ToString(
                    "O",
                    System.Globalization.CultureInfo.InvariantCulture
                )
        );

    private static string Text(string telling) =>
        telling == "seed"
            ? File.ReadAllText(Shared.File("seed/000_211260720a5fcf9e.txt"))
            : SampleText.File(telling);

    private static ArticleAnswer Read(string telling) =>
        Of(ArticleReader.Read(Text(telling), SampleText.Names));

    private static ArticleAnswer Of(Article article) =>
        ArticleReading.Read(
            article,
            SampleText.Names,
            WatchlistFile.Read(WatchlistFile.Default),
            PriceFolder.Read(
                Path.Combine(Repository.Root, "src/MarketPulse.Cli/History/prices"),
                []
            )
        );
}
