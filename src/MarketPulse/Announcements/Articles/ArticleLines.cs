using System.Collections.Immutable;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Articles;

/// <summary>Tells an article's lines apart: headline, dates, bylines, captions, spam, and the rest, which is the article.</summary>
internal static class ArticleLines
{
    private const int LongestTitle = 160;

    public static Article Read(
        PageText page,
        ArticleBytes source,
        Lexicon lexicon,
        List<string> notes
    )
    {
        notes.AddRange(page.Notes);
        var lines = Lines(page.Text, notes);
        var folded = lines.ConvertAll(l => CharacterFold.Fold(l.Of(page.Text)));
        var roles = folded.ConvertAll(LineRoles.Of);
        var titleLine = TitleLine(page, folded, roles);
        var spam = new InsertedSpam(Spam(folded, titleLine, lexicon));
        if (titleLine >= 0)
        {
            roles[titleLine] = LineRole.Title;
        }

        var known = source.PublishedOn ?? DateOf(source.PublishedAt);
        var publication = page.Published ?? PublicationDate.In(folded, roles, known);
        var publishedOn = publication?.Date ?? known;
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        Dateline? dateline = null;
        TextSpan? titleSpan = null;
        var left = new Dictionary<LineRole, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] is not (LineRole.Content or LineRole.Title))
            {
                left[roles[i]] = left.GetValueOrDefault(roles[i]) + 1;
                continue;
            }

            var begin = 0;
            if (dateline is null && content.Count < 6 && roles[i] == LineRole.Content)
            {
                dateline = Dateline.Of(folded[i]);
                begin = dateline?.Length ?? 0;
            }

            var spans = spam.Without(folded[i], begin)
                .Select(s =>
                    TextSpan.Trimmed(page.Text, lines[i].Start + s.Start, lines[i].Start + s.End)
                )
                .Where(s => s.Length > 0);
            foreach (var span in spans)
            {
                content.Add(span);
                titleSpan = i == titleLine ? titleSpan?.With(span) ?? span : titleSpan;
            }
        }

        notes.AddRange(spam.Notes);
        notes.AddRange(left.Select(l => $"Left out: {Words(l.Key)} ({l.Value})."));
        var story = dateline?.Resolve(publishedOn);
        if (publishedOn is null && story is not null)
        {
            publishedOn = story;
            notes.Add("No other date is given: it is taken to be published on its dateline's.");
        }

        if (dateline is not null && story is null)
        {
            notes.Add(
                "The dateline names no year and nothing else does: give the date with --published."
            );
        }

        var title = page.Title ?? titleSpan?.Of(page.Text) ?? "";
        return new(
            page.Text,
            title,
            titleSpan,
            content.ToImmutable(),
            publication is not null ? publication.At : source.PublishedAt,
            publishedOn,
            story,
            LanguageGuess.Of(page.Text),
            [.. notes]
        )
        {
            CanonicalUrl = page.CanonicalUrl,
        };
    }

    /// <summary>The lines that aren't empty, trimmed, up to the length that is read.</summary>
    private static List<TextSpan> Lines(string text, List<string> notes)
    {
        var end = ReadStretch.End(text, notes);
        var lines = new List<TextSpan>();
        for (var start = 0; start < end; )
        {
            var stop = text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            stop = stop < 0 ? end : start + stop;
            if (TextSpan.Trimmed(text, start, stop) is { Length: > 0 } line)
            {
                lines.Add(line);
            }

            start = stop + 1;
        }

        return lines;
    }

    /// <summary>The line that is the headline, or −1: the markup's, else a short first line that isn't a sentence of the text.</summary>
    private static int TitleLine(PageText page, List<string> lines, List<LineRole> roles)
    {
        if (page.Title is { } title)
        {
            return lines.IndexOf(CharacterFold.Fold(title));
        }

        var first = roles.FindIndex(r => r == LineRole.Content);
        return
            first is >= 0 and < 3
            && lines.Count > first + 1
            && lines[first].Length <= LongestTitle
            && Dateline.Of(lines[first]) is null
            && lines[first][^1] is not ('。' or '.' or ',' or '，' or ':')
            ? first
            : -1;
    }

    private static ImmutableArray<string> Spam(List<string> lines, int titleLine, Lexicon lexicon)
    {
        if (titleLine < 0)
        {
            return [];
        }

        List<string> ordered = [lines[titleLine], .. lines.Where((_, i) => i != titleLine)];
        return
        [
            .. SpamFragments.Alone(ordered),
            .. SpamFragments.Recurring(ordered, lexicon.Names),
        ];
    }

    private static DateOnly? DateOf(DateTimeOffset? instant) =>
        instant is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    private static string Words(LineRole role) =>
        role switch
        {
            LineRole.Publication => "lines that say when it was published",
            LineRole.Byline => "bylines",
            LineRole.Caption => "picture captions",
            _ => "lines of the site's own",
        };
}
