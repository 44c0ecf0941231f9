using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Tests.Announcements.Statements;

namespace MarketPulse.Tests.Correlation.Statements;

/// <summary>Texts held against the bundled bars, and verdicts as tests write them.</summary>
internal static class Checked
{
    public static ImmutableArray<CheckedStatement> Check(string text, string? published) =>
        Check(Texts.Article(text, published));

    public static ImmutableArray<CheckedStatement> Check(Article article) =>
        PriceStatementChecker.CheckAll(
            PriceStatementReader.Read(article, Texts.Watched),
            article,
            LabelledArticle.Bundled
        );

    /// <summary>Such as <c>close 115.43 2025-03-18 Confirmed</c>.</summary>
    public static string Told(IEnumerable<CheckedStatement> verdicts) =>
        string.Join(
            ", ",
            verdicts.Select(v =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{char.ToLowerInvariant(v.Statement.Field.ToString()[0])}{v.Statement.Field.ToString()[1..]} {v.Statement.Value} {(v.Session is { } s ? $"{s:yyyy-MM-dd}" : "-")} {v.Verdict}"
                )
            )
        );
}
