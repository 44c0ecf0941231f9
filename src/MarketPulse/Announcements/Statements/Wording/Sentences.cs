using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Divides a text into sentences; a line of a table is one too.</summary>
internal static class Sentences
{
    /// <summary>Longer ones are cut: what a price is said of never stands further off, and reading stays linear.</summary>
    private const int Longest = 1500;

    /// <summary>A line at least this long that ends without a full stop is taken for a wrapped one.</summary>
    private const int WrappedLine = 50;

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
                || Wraps(text, line, last, next)
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

    private static bool Wraps(string text, TextSpan line, int last, TextSpan next) =>
        line.Length >= WrappedLine
        && char.IsLower(text[next.Start])
        && text[last] is not ('.' or ':' or '|' or ';' or '!' or '?' or '。');

    /// <summary>The sentences of a stretch of text, in order; none is empty.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan stretch)
    {
        var start = stretch.Start;
        for (var i = stretch.Start; i < stretch.End; i++)
        {
            if (Ends(text, i, start, stretch.End) || i - start >= Longest)
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

    private static bool Ends(string text, int at, int start, int end) =>
        text[at] switch
        {
            '。' or '！' or '？' or '…' => true,
            '!' or '?' => at + 1 >= end || char.IsWhiteSpace(text[at + 1]) || text[at + 1] > 127,
            '.' => FullStop(text, at, start, end),
            '\n' => !Wrapped(text, at, start, end),
            _ => false,
        };

    private static bool FullStop(string text, int at, int start, int end)
    {
        var next = at + 1;
        while (next < end && text[next] is '"' or '”' or '’' or ')' or '\'')
        {
            next++;
        }

        if (next < end && !char.IsWhiteSpace(text[next]))
        {
            return text[next] >= '\u2e80' && !char.IsDigit(text[at - 1 >= start ? at - 1 : at]);
        }

        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        // "Corp. rose": a small letter goes on with the sentence.
        return next >= end
            || !(char.IsLower(text[next]) || IsAbbreviation(text, at, start, next, end));
    }

    private static bool IsMonth(ReadOnlySpan<char> word) =>
        word
            is "Jan"
                or "Jän"
                or "Feb"
                or "Mär"
                or "Mae"
                or "Apr"
                or "Mai"
                or "Jun"
                or "Jul"
                or "Aug"
                or "Sep"
                or "Okt"
                or "Nov"
                or "Dez";

    private static bool IsAbbreviation(string text, int at, int start, int next, int end)
    {
        var word = at;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        if (word == at)
        {
            // "18. März": an ordinal of German, of one or two digits.
            var digits = at;
            while (digits > start && char.IsAsciiDigit(text[digits - 1]))
            {
                digits--;
            }

            return at - digits is 1 or 2
                && (digits == start || text[digits - 1] == ' ')
                && IsMonth(text.AsSpan(next, Math.Min(3, end - next)));
        }

        // "U.S." is a letter and a stop.
        return at - word == 1 || (at - word <= 6 && Abbreviations.Are(text[word..at]));
    }

    private static bool Wrapped(string text, int at, int start, int end)
    {
        var last = at - 1;
        while (last >= start && text[last] is ' ' or '\r' or '\t')
        {
            last--;
        }

        if (at + 1 < end && WrappedLines.GoOn(text, at))
        {
            return true;
        }

        if (last < start || at + 1 >= end || text[last] is '.' or ':' or '|' or '。')
        {
            return false;
        }

        if (text[last] == ',' && at + 1 < end && text[at + 1] is not ('\n' or '\r'))
        {
            // "Nvidia\nNVDA,\nshares rose": pages that set a ticker apart.
            return true;
        }

        if (last - start < WrappedLine)
        {
            return false;
        }

        // What goes on a wrapped line begins neither a paragraph nor a list's item.
        return char.IsLower(text[at + 1])
            || (
                char.IsLetter(text[last])
                && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '$')
            );
    }
}
