using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Announcements.Statements;

/// <summary>Articles of one text, as tests write them.</summary>
internal static class Texts
{
    public static readonly Watchlist Watched = new(
        new DateOnly(2022, 11, 1),
        [new("NVDA", ["NVIDIA", "Nvidia", "NVDA", "英伟达"], [new("SPY", true), new("SMH", true)])],
        [],
        []
    );

    public static Article Article(string text, string? published = null) =>
        new(
            text,
            "",
            null,
            [new TextSpan(0, text.Length)],
            null,
            published is null ? null : DateOnly.Parse(published, CultureInfo.InvariantCulture),
            null,
            text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? ArticleLanguage.Chinese
                : text.Contains("Aktie", StringComparison.Ordinal) ? ArticleLanguage.German
                : ArticleLanguage.English,
            []
        );

    public static ImmutableArray<PriceStatement> Read(string text) =>
        PriceStatementReader.Read(Article(text), Watched);

    /// <summary>Such as <c>close 115.43 USD, change -3.43 %</c>.</summary>
    public static string Told(IEnumerable<PriceStatement> statements) =>
        string.Join(
            ", ",
            statements.Select(s =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(s.Symbol == "NVDA" ? "" : s.Symbol + " ")}{char.ToLowerInvariant(s.Field.ToString()[0])}{s.Field.ToString()[1..]} {s.Value} {s.Unit}"
                )
            )
        );
}
