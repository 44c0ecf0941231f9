using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Divides a text into sentences; a line of a table is one too.</summary>
internal static class Sentences
{
    /// <summary>Longer ones are cut: what a price is said of never stands further off, and reading stays linear.</summary>
    private const int Longest = 1500;

    /// <summary>All of an article's, in order.</summary>
    public static IEnumerable<TextSpan> Of(Article article)
    {
        TextSpan? open = null;
        foreach (var line in article.Content)
        {
            if (open is { } before && GoesOn(article.Text, before, line))
            {
                open = new TextSpan(before.Start, line.End);
                continue;
            }

            foreach (var sentence in open is { } ended ? In(article.Text, ended) : [])
            {
                yield return sentence;
            }

            open = line;
        }

        foreach (var sentence in open is { } last ? In(article.Text, last) : [])
        {
            yield return sentence;
        }
    }

    /// <summary>"Nvidia\nNVDA,\nshares rose": pages that set a ticker apart; the line behind the comma goes on.</summary>
    private static bool GoesOn(string text, TextSpan line, TextSpan next)
    {
        var last = line.End - 1;
        while (last > line.Start && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return (
                text[last] == ','
                || LineEnds.Wrap(text, line, last, next)
                || (
                    text.IndexOf('\n', line.End - 1, next.Start - line.End + 1) is >= 0 and var feed
                    && WrappedLines.GoOn(text, feed)
                )
            )
            && line.Length < Longest
            && !text.AsSpan(line.End, Math.Max(0, next.Start - line.End))
                .Trim(' ')
                .Contains("\n\n", StringComparison.Ordinal)
            && text.AsSpan(line.End, Math.Max(0, next.Start - line.End)).IsWhiteSpace();
    }

    /// <summary>The sentences of a stretch of text, in order; none is empty.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan stretch)
    {
        var start = stretch.Start;
        for (var i = stretch.Start; i < stretch.End; i++)
        {
            if (SentenceEnds.At(text, i, start, stretch.End) || i - start >= Longest)
            {
                if (i > start)
                {
                    yield return new TextSpan(start, i + 1);
                }

                start = i + 1;
            }
        }

        if (stretch.End > start)
        {
            yield return new TextSpan(start, stretch.End);
        }
    }
}
