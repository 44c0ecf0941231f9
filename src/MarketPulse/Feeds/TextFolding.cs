using System.Net;

namespace MarketPulse.Feeds;

/// <summary>Writes text into a place that holds it, white space folded as it comes.</summary>
/// <param name="limit">Characters after which it is full.</param>
internal ref struct TextFolding(Span<char> place, int limit)
{
    /// <summary>Characters by which the last piece may go beyond the limit: a blank and what an entity stands for.</summary>
    public const int Slack = 8;

    private readonly Span<char> _place = place;
    private int _length;
    private bool _isSpace;

    public readonly bool IsFull => _length > limit;

    /// <summary>Adds what lies before the next tag or entity.</summary>
    /// <returns>Characters taken.</returns>
    public int AddWords(ReadOnlySpan<char> text)
    {
        // Nearly all of the time that a feed's text takes is spent here.
        var place = _place;
        var (length, isSpace) = (_length, _isSpace);
        var i = 0;
        var end = limit;
        for (; i < text.Length && length <= end && text[i] is var c && c is not ('<' or '&'); i++)
        {
            if (c == ' ')
            {
                isSpace = length > 0;
                continue;
            }

            if (c is < ' ' or >= '\u007f')
            {
                (_length, _isSpace) = (length, isSpace);
                Add(c);
                (length, isSpace) = (_length, _isSpace);
                continue;
            }

            if (isSpace)
            {
                place[length++] = ' ';
                isSpace = false;
            }

            place[length++] = c;
        }

        (_length, _isSpace) = (length, isSpace);
        return i;
    }

    /// <summary>Adds a blank for a tag. A '&lt;' that none ends is text; it ends at the next one.</summary>
    public int AddTag(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length && text[i] != '<'; i++)
        {
            if (text[i] == '>')
            {
                _isSpace = _length > 0;
                return i + 1;
            }
        }

        Add('<');
        return 1;
    }

    public int AddEntity(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("&amp;"))
        {
            Add('&');
            return 5;
        }

        var end = text[1..].IndexOfAny(";&<") + 1;
        if (end == 0 || text[end] != ';')
        {
            Add('&');
            return 1;
        }

        switch (text[1..end])
        {
            case "lt":
                Add('<');
                break;
            case "gt":
                Add('>');
                break;
            case "quot":
                Add('"');
                break;
            case "nbsp":
                Add(' ');
                break;
            default:
                foreach (var c in WebUtility.HtmlDecode(text[..(end + 1)].ToString()))
                {
                    Add(c);
                }

                break;
        }

        return end + 1;
    }

    public void Add(char c)
    {
        if (char.IsWhiteSpace(c) && c != '\u0085')
        {
            _isSpace = _length > 0;
            return;
        }

        if (c is < ' ' or '\u007f')
        {
            // No text: on a terminal it would be a command.
            return;
        }

        if (_isSpace)
        {
            _place[_length++] = ' ';
            _isSpace = false;
        }

        // As a browser reads what was written for Windows.
        _place[_length++] = char.IsBetween(c, '\u0080', '\u009f')
            ? FeedText.Windows1252[c - 0x80]
            : c;
    }

    public override readonly string ToString() => _place[.._length].ToString();
}
