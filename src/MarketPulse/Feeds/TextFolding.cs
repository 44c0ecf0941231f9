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

    /// <summary>Adds markup's text, or as much of it as has room: a tag is a blank, entities are what they stand for.</summary>
    public void AddMarkup(ReadOnlySpan<char> text)
    {
        // Nearly all of the time that a feed's text takes is spent here, in registers rather than in fields.
        var (length, isSpace) = (_length, _isSpace);
        while (text.Length > 0 && length <= limit)
        {
            int taken;
            if (TextRuns.IsWord(text[0]))
            {
                if (isSpace)
                {
                    _place[length++] = ' ';
                }

                taken = TextRuns.CopyWords(text, _place[length..]);
                // A blank is only written before what comes after it.
                isSpace = text[taken - 1] == ' ';
                length += isSpace ? taken - 1 : taken;
            }
            else if ((taken = Blank(text)) > 0)
            {
                isSpace = length > 0;
            }
            else
            {
                (_length, _isSpace) = (length, isSpace);
                taken = AddOther(text);
                (length, isSpace) = (_length, _isSpace);
            }

            text = text[taken..];
        }

        (_length, _isSpace) = (length, isSpace);
    }

    /// <summary>The length of a blank or of a tag, which counts as one; 0 for anything else.</summary>
    private static int Blank(ReadOnlySpan<char> text) =>
        text[0] switch
        {
            ' ' => 1,
            '<' => TextRuns.Tag(text),
            _ => 0,
        };

    private int AddOther(ReadOnlySpan<char> text)
    {
        if (text[0] == '&')
        {
            return AddEntity(text);
        }

        Add(text[0]);
        return 1;
    }

    private int AddEntity(ReadOnlySpan<char> text)
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

    /// <summary>What was added up to the limit, with an ellipsis where there is more.</summary>
    public override readonly string ToString() => FeedText.Cut(_place[.._length], limit);
}
