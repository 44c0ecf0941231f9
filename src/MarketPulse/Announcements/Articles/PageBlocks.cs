using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>A page's paragraphs, and which of them are the article.</summary>
/// <remarks>
/// Where the page marks its article (article, main, itemprop articleBody) and there is prose inside, that is taken. Elsewhere a
/// block counts that is long enough and hardly made of links: C. Kohlschütter, P. Fankhauser, W. Nejdl, Boilerplate detection
/// using shallow text features, WSDM 2010.
/// </remarks>
internal sealed partial class PageBlocks
{
    private const int EnoughProse = 120;

    /// <summary>Characters that are kept of a page: frame and article together.</summary>
    private const int MostText = 4 * ArticleReader.MaxCharacters;

    private const int MostBlocks = 16 * 1024;

    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _linked;
    private int _total;
    private int _links;
    private int _articles;
    private string? _skipped;
    private int _skippedDepth;
    private bool _isFrame;
    private string? _block;

    /// <summary>The first top heading; null where there is none.</summary>
    public string? Heading { get; private set; }

    /// <summary>The first date that a time element gives.</summary>
    public WrittenDate? Published { get; private set; }

    public void Open(PageTag tag)
    {
        if (
            tag.Name == "time"
            && Published is null
            && tag["datetime"] is { Length: > 0 and < 80 } time
        )
        {
            Published = WrittenDate.In(time);
        }

        if (_skipped is not null)
        {
            _skippedDepth += tag.Name == _skipped ? 1 : 0;
            return;
        }

        _isFrame = !PageElements.IsSkipped(tag.Name) && PageElements.IsFrame(tag);
        if (_isFrame || PageElements.IsSkipped(tag.Name))
        {
            Flush();
            (_skipped, _skippedDepth) = (tag.Name, 1);
            return;
        }

        if (PageElements.IsBlock(tag.Name))
        {
            Flush();
            _block = tag.Name;
        }
        else if (tag.Name is "td" or "th" or "img")
        {
            Space();
        }
        else if (tag.Name == "a")
        {
            _links++;
        }

        if (tag.Name is "article" or "main" || tag["itemprop"] == "articleBody")
        {
            _articles++;
        }
    }

    public void Close(string name)
    {
        if (_skipped is not null)
        {
            if (name == _skipped && --_skippedDepth == 0)
            {
                _skipped = null;
            }

            // What a class name hid ends at the latest with the page's frame.
            if (name is "body" or "html" or "main" or "article" && _isFrame)
            {
                _skipped = null;
            }

            return;
        }

        if (name == "a")
        {
            _links = Math.Max(0, _links - 1);
        }
        else if (PageElements.IsBlock(name))
        {
            Flush();
        }

        if (name is "article" or "main")
        {
            _articles = Math.Max(0, _articles - 1);
        }
    }

    public void Take(ReadOnlySpan<char> text)
    {
        if (_skipped is not null || _total > MostText || _blocks.Count > MostBlocks)
        {
            return;
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                Space();
            }
            else
            {
                _text.Append(c);
                _total++;
                _linked += _links > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>The article's paragraphs in order.</summary>
    public List<string> Prose()
    {
        Flush();
        var inside = _blocks.Where(b => b.InArticle && b.IsProse).ToList();
        var chosen =
            inside.Sum(b => b.Text.Length) >= EnoughProse ? inside : _blocks.Where(b => b.IsProse);
        var prose = chosen.Select(b => b.Text).ToList();
        return prose.Count > 0 ? prose : [.. _blocks.Where(b => !b.IsLinks).Select(b => b.Text)];
    }

    /// <summary>White space as a browser shows it.</summary>
    public static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    private void Space()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
        {
            _text.Append(' ');
        }
    }

    private void Flush()
    {
        var text = _text.ToString().TrimEnd();
        if (text.Length > 0)
        {
            _blocks.Add(new(text, _block, _linked, _articles > 0));
            if (_block == "h1")
            {
                Heading ??= text;
            }
        }

        _text.Clear();
        _linked = 0;
        _block = null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
