using System.Text.Json;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Queries;

public sealed class CorrelationsQuestionTests
{
    private static readonly Watchlist One = new(
        new DateOnly(2022, 11, 1),
        [new("NVDA", ["NVIDIA"], [new("SPY"), new("SMH")])],
        [],
        []
    );

    private static readonly Watchlist Two = One with
    {
        Symbols = One.Symbols.Add(new("AMD", ["AMD"], [new("SPY")])),
    };

    [Fact]
    public void Read_NothingGivenOneSymbolWatched_AsksForAllOfIt() =>
        Assert.Equal(new CorrelationQuery("NVDA"), Parse(One));

    [Fact]
    public void Read_EverythingGiven_ReadsEverything() =>
        Assert.Equal(
            new CorrelationQuery(
                "NVDA",
                new DateOnly(2025, 3, 1),
                new DateOnly(2025, 3, 31),
                AnnouncementKind.Keynote,
                Verdict.NotDistinguishableFromNoise,
                "SMH",
                new EventWindow(-1, 1),
                "announcements",
                1.96
            ),
            Parse(
                Two,
                ("symbol", " nvda "),
                ("from", "2025-03-01"),
                ("to", "2025-03-31"),
                ("kind", "Keynote"),
                ("verdict", "not-distinguishable-from-noise"),
                ("benchmark", "smh"),
                ("window", "-1..1"),
                ("exclusions", "Announcements"),
                ("min-t", "1.96")
            )
        );

    [Fact]
    public void Read_BlankValues_MeanAny() =>
        Assert.Equal(
            new CorrelationQuery("NVDA"),
            Parse(
                One,
                [.. CorrelationsQuestion.Asked.Parameters.Select(p => (p.Name, (string?)" "))]
            )
        );

    [Fact]
    public void Read_ParameterInAnyCase_IsTheSame() =>
        Assert.Equal(
            new CorrelationQuery("NVDA", Kind: AnnouncementKind.Results),
            Parse(One, ("KIND", "results"))
        );

    [Fact]
    public void Read_FromAndToOnOneDay_IsThatDay()
    {
        var day = new DateOnly(2025, 3, 18);

        Assert.Equal(
            new CorrelationQuery("NVDA", day, day),
            Parse(One, ("from", "2025-03-18"), ("to", "2025-03-18"))
        );
    }

    [Theory]
    [InlineData("not distinguishable from noise")]
    [InlineData("not-distinguishable-from-noise")]
    [InlineData("NOT_DISTINGUISHABLE_FROM_NOISE")]
    public void Read_VerdictHoweverSpaced_IsRead(string text) =>
        Assert.Equal(Verdict.NotDistinguishableFromNoise, Parse(One, ("verdict", text)).Verdict);

    [Fact]
    public void Read_EveryNameThatJsonWrites_IsReadAsTheSameValue()
    {
        Assert.All(
            Enum.GetValues<Verdict>(),
            v => Assert.Equal(v, Parse(One, ("verdict", InJson(v))).Verdict)
        );
        Assert.All(
            Enum.GetValues<AnnouncementKind>(),
            k => Assert.Equal(k, Parse(One, ("kind", InJson(k))).Kind)
        );
    }

    [Fact]
    public void Read_EveryWindowThatIsMeasured_IsAllowed() =>
        Assert.All(
            StudyRules.Windows,
            w => Assert.Equal(w, Parse(One, ("window", w.ToString())).Window)
        );

    [Theory]
    [InlineData("symbol", "TSLA", "symbol: 'TSLA' is not watched. Allowed: NVDA, AMD.")]
    [InlineData(
        "from",
        "2025-3-1",
        "from: '2025-3-1' is not a date. Allowed: a date such as 2025-03-18."
    )]
    [InlineData(
        "to",
        "2025-02-29",
        "to: '2025-02-29' is not a date. Allowed: a date such as 2025-03-18."
    )]
    [InlineData(
        "kind",
        "0",
        "kind: '0' is not known. Allowed: results, guidance, keynote, regulation, capital, management, product, partnership, comment, other."
    )]
    [InlineData(
        "verdict",
        "NotEnoughData",
        "verdict: 'NotEnoughData' is not known. Allowed: significant, not distinguishable from noise, confounded, not enough data."
    )]
    [InlineData("benchmark", "NVDA", "benchmark: 'NVDA' is not known. Allowed: SPY, SMH.")]
    [InlineData("window", "0..1", "window: '0..1' is not known. Allowed: 0..0, -1..1, 0..5.")]
    [InlineData(
        "exclusions",
        "all",
        "exclusions: 'all' is not known. Allowed: none, announcements."
    )]
    [InlineData(
        "to",
        "2031-01-01",
        "to: 2031-01-01 is outside the trading calendar. Allowed: 2000-01-01 to 2030-12-31."
    )]
    [InlineData(
        "min-t",
        "-1",
        "min-t: '-1' is not a number of at least 0. Allowed: a number such as 2 or 1.96."
    )]
    [InlineData(
        "knd",
        "results",
        "knd: there is no such parameter. Allowed: symbol, from, to, kind, verdict, benchmark, window, exclusions, model, min-t, sort, as-of, limit, after."
    )]
    public void Read_ValueThatCannotBeMeant_SaysWhichAndWhatIsAllowed(
        string parameter,
        string value,
        string message
    )
    {
        (string, string?)[] parameters =
            parameter == "symbol" ? [(parameter, value)] : [("symbol", "NVDA"), (parameter, value)];

        var error = Assert.Throws<QueryTextException>(() => Parse(Two, parameters));

        Assert.Equal(parameter, error.Parameter);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Read_NoSymbolSeveralWatched_AsksForOne()
    {
        var error = Assert.Throws<QueryTextException>(() => Parse(Two));

        Assert.Equal("symbol", error.Parameter);
        Assert.Equal(["NVDA", "AMD"], error.Allowed);
    }

    [Fact]
    public void Read_BenchmarkOfAnotherSymbol_IsNotKnown() =>
        Assert.Equal(
            ["SPY"],
            Assert
                .Throws<QueryTextException>(() =>
                    Parse(Two, ("symbol", "AMD"), ("benchmark", "SMH"))
                )
                .Allowed
        );

    [Fact]
    public void Read_GivenTwice_IsRefused() =>
        Assert.Equal(
            "kind: it is given twice. Allowed: one value.",
            Assert
                .Throws<QueryTextException>(() =>
                    Parse(One, ("kind", "results"), ("Kind", "results"))
                )
                .Message
        );

    [Fact]
    public void Read_ToBeforeFrom_IsRefused() =>
        Assert.Equal(
            "to: 2025-03-17 is before from 2025-03-18. Allowed: 2025-03-18 or later.",
            Assert
                .Throws<QueryTextException>(() =>
                    Parse(One, ("from", "2025-03-18"), ("to", "2025-03-17"))
                )
                .Message
        );

    private static CorrelationQuery Parse(
        Watchlist watchlist,
        params (string Name, string? Value)[] parameters
    ) =>
        // It only reads here: what it would answer from isn't touched.
        new CorrelationsQuestion(watchlist, null!).Read(
            parameters.Select(p => KeyValuePair.Create(p.Name, p.Value))
        );

    private static string InJson<TValue>(TValue value) =>
        JsonSerializer.SerializeToElement(value, Json.Compact).GetString()!;
}
