using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Cli.Replay;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;
using MarketPulse.Tests.Announcements.Statements;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>A small article with what it says about prices, written for these tests.</summary>
/// <param name="Published">A date, an instant, or empty.</param>
/// <param name="Optional">May be told or not; if told, with one of these verdicts or as not to be checked.</param>
/// <param name="Forbidden">Figures that are no price of the watched company.</param>
internal sealed record LabelledArticle(
    string Id,
    string Published,
    string Text,
    ImmutableArray<LabelledStatement> Expected,
    ImmutableArray<LabelledStatement> Optional,
    ImmutableArray<double> Forbidden
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lexicon Names = LexiconFile.Read(LexiconFile.Default);

    /// <summary>The bundled bars: November 2022 to July 2025, as traded.</summary>
    public static readonly ImmutableDictionary<string, PriceSeries> Bundled = ReplayHistory
        .Read(ReplayHistory.Bundled)
        .Prices.ToImmutableDictionary(p => p.Key, p => new PriceSeries(p.Key, p.Value));

    /// <summary>All of them (IO).</summary>
    public static ImmutableArray<LabelledArticle> All { get; } =
        JsonSerializer.Deserialize<ImmutableArray<LabelledArticle>>(
            File.ReadAllText(
                Path.Combine(
                    AppContext.BaseDirectory,
                    "Correlation",
                    "Statements",
                    "Labelled",
                    "articles.json"
                )
            ),
            Json
        );

    /// <summary>A text, read and checked whole.</summary>
    /// <param name="published">A date, an instant, or empty.</param>
    public static ImmutableArray<CheckedStatement> Check(
        string text,
        string published,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        var instant = published.Contains('T', StringComparison.Ordinal);
        var article = ArticleReader.Read(
            new ArticleBytes(
                Encoding.UTF8.GetBytes(text),
                Name: "article.txt",
                PublishedAt: instant
                    ? DateTimeOffset.Parse(published, CultureInfo.InvariantCulture)
                    : null,
                PublishedOn: published.Length > 0
                    ? DateOnly.ParseExact(
                        published[..10],
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture
                    )
                    : null
            ),
            Names
        );
        return PriceStatementChecker.CheckAll(
            PriceStatementReader.Read(article, Texts.Watched),
            article,
            prices
        );
    }
}

/// <param name="Session">The session that it is of; null where none can be told.</param>
/// <param name="Verdicts">Those that are right.</param>
internal sealed record LabelledStatement(
    string Field,
    double Value,
    string Unit,
    DateOnly? Session,
    ImmutableArray<string> Verdicts
)
{
    /// <summary>Whether a statement is this one; a high or low may be told as a moment.</summary>
    public bool Is(PriceStatement told) =>
        Math.Abs(told.Value - Value) <= 5e-4
        && told.Unit == Unit
        && (
            string.Equals(told.Field.ToString(), Field, StringComparison.OrdinalIgnoreCase)
            || (Field is "high" or "low" && told.Field == PriceField.Intraday)
        );

    public bool Allows(StatementVerdict verdict) =>
        Verdicts.Contains(verdict.ToString(), StringComparer.OrdinalIgnoreCase);
}
