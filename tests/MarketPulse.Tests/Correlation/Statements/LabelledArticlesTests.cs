using FsCheck.Xunit;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Tests.Correlation.Statements;

public class LabelledArticlesTests
{
    /// <summary>Found of the statements that must be: the smallest share that is let pass.</summary>
    private const double FoundAtLeast = 0.95;

    [Fact]
    public void Articles_ReadWhole_TellNearlyAllStatements_WithoutAWrongVerdict()
    {
        var wrong = new List<string>();
        var (found, expected) = (0, 0);
        foreach (var article in LabelledArticle.All)
        {
            var left = LabelledArticle
                .Check(article.Text, article.Published, LabelledArticle.Bundled)
                .ToList();
            foreach (
                var (label, must) in article
                    .Expected.Select(e => (e, true))
                    .Concat(article.Optional.Select(o => (o, false)))
            )
            {
                expected += must ? 1 : 0;
                if (left.Find(s => label.Is(s.Statement)) is not { } told)
                {
                    continue;
                }

                left.Remove(told);
                found += must ? 1 : 0;
                if (
                    !label.Allows(told.Verdict)
                    && (must || told.Verdict != StatementVerdict.CannotCheck)
                )
                {
                    wrong.Add($"{article.Id}: {label.Field} {label.Value} is {told.Verdict}");
                }
            }

            wrong.AddRange(
                left.Where(s => article.Forbidden.Any(f => Math.Abs(f - s.Statement.Value) <= 5e-4))
                    .Select(s => $"{article.Id}: {s.Statement.Value} is no price of its own")
            );
        }

        Assert.Empty(wrong);
        Assert.True(expected >= 90, $"Only {expected} statements are labelled.");
        Assert.True(
            found >= FoundAtLeast * expected,
            $"{found} of {expected} statements were found."
        );
    }

    private static readonly string[] Inserts =
    [
        "$",
        "%",
        "$1 $2 ",
        "7",
        "1.",
        ",",
        "三点四",
        "一成七",
        "百分之",
        "(",
        "\"",
        "；",
        " and ",
        "-",
        "\u00a0",
        "\ud83d",
        "after Tuesday's close ",
        "respectively",
        "18.03.2025",
        "12:30",
        "since 2023",
        "五",
        "and a half",
    ];

    [Property(MaxTest = 400)]
    public void AnArticle_MutatedAnyHow_NeverThrows_AndQuotesItself(int pick, int[] edits)
    {
        var articles = LabelledArticle.All;
        var article = articles[(int)((uint)pick % articles.Length)];
        var text = article.Text;
        foreach (var edit in (edits ?? []).Take(12))
        {
            text = Mutated(text, (uint)edit);
        }

        Assert.All(
            LabelledArticle.Check(text, article.Published, LabelledArticle.Bundled),
            s =>
            {
                Assert.True(s.Statement.Span.Length > 0);
                Assert.NotEmpty(s.Reason);
            }
        );
    }

    /// <summary>Deletes, doubles, swaps, cuts off or puts something in.</summary>
    private static string Mutated(string text, uint edit)
    {
        if (text.Length < 2)
        {
            return text + Inserts[edit % Inserts.Length];
        }

        var at = (int)((edit / 8) % (uint)text.Length);
        var length = Math.Min((int)(edit % 13) + 1, text.Length - at);
        var piece = text.Substring(at, length);
        return (edit % 8) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, piece),
            2 => text.Remove(at, length) + piece,
            3 => text[..Math.Max(1, at)],
            4 => text.Insert(at, text),
            _ => text.Insert(at, Inserts[edit / 64 % Inserts.Length]),
        };
    }

    [Theory]
    [InlineData("$1 ")]
    [InlineData("x\u00a0")]
    [InlineData("第一季 ")]
    [InlineData("50 petaflops 20 petaflops, ")]
    [InlineData("$ $ ")]
    [InlineData("3% and 4% ")]
    [InlineData("between $1 and $2 ")]
    [InlineData("英伟达11.25一成七%，")]
    public void APiece_RepeatedWithoutEnd_IsRead(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length));
        Assert.NotNull(
            LabelledArticle
                .Check(text, "2025-03-19", LabelledArticle.Bundled)
                .Select(s => s.Reason)
                .ToList()
        );
    }
}
