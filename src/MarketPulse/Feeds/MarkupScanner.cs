namespace MarketPulse.Feeds;

/// <summary>What a <see cref="MarkupScanner"/> stands on.</summary>
internal enum MarkupKind
{
    Text,
    CData,
    Start,
    End,
}

/// <summary>
/// Takes any text for markup and steps over its tags, as browsers do: nothing is an error. Comments, declarations and processing
/// instructions are passed over. Time is linear in the text's length whatever it holds.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> text)
{
    /// <summary>Attributes of one element that are read; those after are passed over.</summary>
    private const int MaxAttributes = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<(Range Name, Range Value)> _attributes = [];
    private int _next;

    // Where a search for these has found nothing once it needn't look again: else many openers without an end take quadratic time.
    private bool _noComment;
    private bool _noCData;
    private bool _noInstruction;
    private bool _noDouble;
    private bool _noSingle;

    public MarkupKind Kind { get; private set; }

    /// <summary>A tag's name as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Text with its entities as they are; a CDATA section's content.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Whether a start tag ends itself.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether the text ended within this piece: a tag without its end, or text after which nothing comes.</summary>
    public bool IsCutOff { get; private set; }

    public readonly int AttributeCount => _attributes.Count;

    /// <summary>An attribute, its value's entities as they are.</summary>
    public readonly void Attribute(
        int index,
        out ReadOnlySpan<char> name,
        out ReadOnlySpan<char> value
    )
    {
        name = _text[_attributes[index].Name];
        value = _text[_attributes[index].Value];
    }

    public bool Next()
    {
        while (_next < _text.Length)
        {
            if (_text[_next] != '<')
            {
                ReadText(_next);
                return true;
            }

            var after = _next + 1 < _text.Length ? _text[_next + 1] : '\0';
            if (after is '!' or '?')
            {
                if (ReadDeclaration())
                {
                    return true;
                }
            }
            else if (after == '/' && _next + 2 < _text.Length && IsNameStart(_text[_next + 2]))
            {
                ReadTag(_next + 2, MarkupKind.End);
                return true;
            }
            else if (IsNameStart(after))
            {
                ReadTag(_next + 1, MarkupKind.Start);
                return true;
            }
            else
            {
                ReadText(_next);
                return true;
            }
        }

        return false;
    }

    /// <summary>After a script's start tag: its text up to its end tag.</summary>
    public ReadOnlySpan<char> RawText(string name)
    {
        var rest = _text[_next..];
        var end = rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        var raw = end < 0 ? rest : rest[..end];
        _next += raw.Length;
        return raw;
    }

    private void ReadText(int start)
    {
        // A '<' that begins no tag is text.
        var from = _text[start] == '<' ? start + 1 : start;
        var length = _text[from..].IndexOf('<');
        _next = length < 0 ? _text.Length : from + length;
        Text = _text[start.._next];
        Kind = MarkupKind.Text;
        IsCutOff = length < 0;
    }

    private bool ReadDeclaration()
    {
        var rest = _text[_next..];
        if (rest.StartsWith("<![CDATA["))
        {
            var end = Find("]]>", _next + 9, ref _noCData);
            Kind = MarkupKind.CData;
            Text = end < 0 ? rest[9..] : _text[(_next + 9)..end];
            IsCutOff = end < 0;
            _next = end < 0 ? _text.Length : end + 3;
            return true;
        }

        if (rest.StartsWith("<!--"))
        {
            var end = Find("-->", _next + 4, ref _noComment);
            _next = end < 0 ? AfterBracket(_next) : end + 3;
        }
        else if (rest.StartsWith("<?"))
        {
            var end = Find("?>", _next + 2, ref _noInstruction);
            _next = end < 0 ? AfterBracket(_next) : end + 2;
        }
        else
        {
            PassDocumentType();
        }

        return false;
    }

    /// <summary>A document type's declarations in brackets go with it, unread.</summary>
    private void PassDocumentType()
    {
        var rest = _text[_next..];
        var end = rest.IndexOfAny('[', '>');
        if (end >= 0 && rest[end] == '[')
        {
            var close = rest[end..].IndexOf(']');
            end =
                close < 0 ? -1
                : rest[(end + close)..].IndexOf('>') is >= 0 and var last ? end + close + last
                : -1;
        }

        _next = end < 0 ? _text.Length : _next + end + 1;
    }

    private readonly int AfterBracket(int from) =>
        _text[from..].IndexOf('>') is >= 0 and var end ? from + end + 1 : _text.Length;

    private readonly int Find(string what, int from, ref bool isMissing)
    {
        if (isMissing || from > _text.Length)
        {
            return -1;
        }

        var index = _text[from..].IndexOf(what, StringComparison.Ordinal);
        isMissing = index < 0;
        return index < 0 ? -1 : from + index;
    }

    private void ReadTag(int nameStart, MarkupKind kind)
    {
        var i = nameStart;
        while (i < _text.Length && !IsSpace(_text[i]) && _text[i] is not ('>' or '/' or '<'))
        {
            i++;
        }

        Name = _text[nameStart..i];
        Kind = kind;
        _attributes.Clear();
        while (i < _text.Length && _text[i] is not ('>' or '<'))
        {
            i = IsSpace(_text[i]) || _text[i] == '/' ? i + 1 : ReadAttribute(i);
        }

        IsCutOff = i >= _text.Length;
        IsEmpty = kind == MarkupKind.Start && i > 0 && _text[i - 1] == '/';
        // A '<' begins the next tag.
        _next = i < _text.Length && _text[i] == '>' ? i + 1 : i;
    }

    private int ReadAttribute(int start)
    {
        var i = start + 1;
        while (i < _text.Length && !IsSpace(_text[i]) && _text[i] is not ('=' or '>' or '/' or '<'))
        {
            i++;
        }

        var name = start..i;
        var equals = PassSpace(i);
        if (equals >= _text.Length || _text[equals] != '=')
        {
            return i;
        }

        i = PassSpace(equals + 1);
        var valueStart = i;
        if (i < _text.Length && _text[i] is '"' or '\'' && Closing(i) is > 0 and var end)
        {
            (valueStart, i) = (i + 1, end + 1);
            Keep(name, valueStart..end);
            return i;
        }

        while (i < _text.Length && !IsSpace(_text[i]) && _text[i] is not ('>' or '<'))
        {
            i++;
        }

        var valueEnd =
            i > valueStart && i < _text.Length && _text[i] == '>' && _text[i - 1] == '/'
                ? i - 1
                : i;
        Keep(name, valueStart..valueEnd);
        return i;
    }

    /// <summary>The quote that ends a value, or −1 where it wasn't closed: then its "value" would run over the tags after it.</summary>
    private int Closing(int open)
    {
        var end =
            _text[open] == '"'
                ? Find("\"", open + 1, ref _noDouble)
                : Find("'", open + 1, ref _noSingle);
        return end > 0 && _text[(open + 1)..end].Contains("</", StringComparison.Ordinal)
            ? -1
            : end;
    }

    private readonly void Keep(Range name, Range value)
    {
        if (_attributes.Count < MaxAttributes)
        {
            _attributes.Add((name, value));
        }
    }

    private readonly int PassSpace(int i)
    {
        while (i < _text.Length && IsSpace(_text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_';
}
