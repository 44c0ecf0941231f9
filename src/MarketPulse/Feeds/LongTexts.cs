namespace MarketPulse.Feeds;

/// <summary>
/// Finds the longer texts and the CDATA sections of XML, at so many bytes a step. In XML that is well formed each one found is such;
/// in other XML none is found before the place where it goes wrong that isn't one.
/// </summary>
/// <param name="document">UTF-8.</param>
internal ref struct LongTexts(ReadOnlySpan<byte> document)
{
    /// <summary>Bytes from which on a text is a longer one.</summary>
    public const int Shortest = 64;

    private readonly ReadOnlySpan<byte> _document = document;
    private int _next;

    /// <summary>Where the present text begins, as far as it is known; −1 in a tag.</summary>
    private int _begun = -1;

    /// <summary>Where the next comment, section or instruction begins; −1 where that isn't known.</summary>
    private int _limit = -1;

    /// <summary>What was found: a text up to the tag after it, or a section's content.</summary>
    public Range Found { get; private set; }

    public bool IsSection { get; private set; }

    /// <summary>The next one, in the document's order.</summary>
    public bool Next()
    {
        while (true)
        {
            _limit = _limit < 0 ? Declaration(_next) : _limit;
            if (NextText())
            {
                IsSection = false;
                return true;
            }

            if (!PassDeclaration())
            {
                return false;
            }

            if (IsSection)
            {
                return true;
            }
        }
    }

    /// <summary>The next text before the limit.</summary>
    private bool NextText()
    {
        while (_limit - _next >= Shortest)
        {
            var step = _document.Slice(_next, Shortest);
            if (step.LastIndexOf((byte)'<') is >= 0 and var open)
            {
                (_begun, _next) = (-1, _next + open + 1);
                continue;
            }

            if (step.LastIndexOf((byte)'>') is >= 0 and var close)
            {
                _begun = _next + close + 1;
            }

            _next += Shortest;
            if (_begun >= 0 && IsText())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the present text's end; false where that isn't one, or it is too short.</summary>
    private bool IsText()
    {
        var length = _document[_next.._limit].IndexOfAny((byte)'<', (byte)'>');
        var (start, end) = (_begun, length < 0 ? _limit : _next + length);
        _next = Math.Min(end + 1, _limit);
        if (end < _limit && _document[end] == '>')
        {
            // It is text's own, or an attribute's, and then its tag's comes before the next '<'.
            _begun = _next;
            return false;
        }

        _begun = -1;
        Found = start..end;
        return end - start >= Shortest && end < _document.Length;
    }

    /// <summary>Goes behind the comment, section or instruction at the limit; false where there is none, or it has no end.</summary>
    private bool PassDeclaration()
    {
        var rest = _document[_limit..];
        IsSection = rest.StartsWith("<![CDATA["u8);
        return IsSection ? Pass(9, "]]>"u8)
            : rest.StartsWith("<!--"u8) ? Pass(4, "-->"u8)
            : rest.StartsWith("<?"u8) && Pass(2, "?>"u8);
    }

    private bool Pass(int opening, ReadOnlySpan<byte> closing)
    {
        var start = _limit + opening;
        var length = _document[start..].IndexOf(closing);
        if (length < 0)
        {
            return false;
        }

        Found = start..(start + length);
        _begun = _next = start + length + closing.Length;
        _limit = -1;
        return true;
    }

    /// <summary>Where the next "&lt;!" or "&lt;?" stands; the document's length where none does.</summary>
    private readonly int Declaration(int from)
    {
        while (_document[from..].IndexOfAny((byte)'!', (byte)'?') is >= 0 and var length)
        {
            from += length + 1;
            if (from > 1 && _document[from - 2] == '<')
            {
                return from - 2;
            }
        }

        return _document.Length;
    }
}
