using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketPulse.Feeds;

/// <summary>Writes text into a place that holds it, white space folded as it comes.</summary>
/// <param name="limit">Characters after which it is full.</param>
internal ref struct TextFolding(Span<char> place, int limit)
{
    /// <summary>Characters by which the last piece may go beyond the limit: a blank and what an entity stands for.</summary>
    public const int Slack = 8;

    /// <summary>Characters that are looked at together.</summary>
    private const int Width = 8;

    private readonly Span<char> _place = place;
    private int _length;
    private bool _isSpace;

    public readonly bool IsFull => _length > limit;

    /// <summary>Adds what lies before the next tag or entity, or as much of it as has room.</summary>
    /// <returns>Characters taken.</returns>
    public int AddWords(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && !IsFull && text[i] is var c && c is not ('<' or '&'))
        {
            if (c == ' ')
            {
                _isSpace = _length > 0;
                i++;
            }
            else if (c is > ' ' and < '\u007f')
            {
                i += AddPlain(text[i..]);
            }
            else
            {
                Add(c);
                i++;
            }
        }

        return i;
    }

    /// <summary>Adds printable ASCII with single blanks between, from a word's beginning on, several characters at a time.</summary>
    /// <returns>Characters taken, at least one.</returns>
    private int AddPlain(ReadOnlySpan<char> text)
    {
        // Nearly all of the time that a feed's text takes is spent here.
        if (_isSpace)
        {
            _place[_length++] = ' ';
            _isSpace = false;
        }

        var place = _place[_length..];
        var taken = 0;
        var isPlain = true;
        while (isPlain && text.Length - taken >= Width && place.Length - taken >= Width)
        {
            var characters = Vector128.Create<ushort>(
                MemoryMarshal.Cast<char, ushort>(text.Slice(taken, Width))
            );
            var blanks = Vector128
                .Equals(characters, Vector128.Create((ushort)' '))
                .ExtractMostSignificantBits();
            var others =
                Vector128.GreaterThan(
                    characters - Vector128.Create((ushort)' '),
                    Vector128.Create((ushort)('~' - ' '))
                )
                | Vector128.Equals(characters, Vector128.Create((ushort)'<'))
                | Vector128.Equals(characters, Vector128.Create((ushort)'&'));
            var stops = others.ExtractMostSignificantBits() | (blanks & (blanks << 1));
            // What is copied beyond the first of them is written over by what comes.
            characters.CopyTo(MemoryMarshal.Cast<char, ushort>(place.Slice(taken, Width)));
            taken += BitOperations.TrailingZeroCount(stops | (1u << Width));
            isPlain = stops == 0 && place[taken - 1] != ' ';
        }

        while (
            isPlain
            && taken < text.Length
            && taken < place.Length
            && text[taken] is > ' ' and < '\u007f' and not ('<' or '&')
        )
        {
            place[taken] = text[taken];
            taken++;
        }

        // A blank is only written before what comes after it.
        _isSpace = place[taken - 1] == ' ';
        _length += _isSpace ? taken - 1 : taken;
        return taken;
    }

    /// <summary>Adds a blank for a tag. A '&lt;' that none ends is text; it ends at the next one.</summary>
    public int AddTag(ReadOnlySpan<char> text)
    {
        // Most tags end soon; an address in one is searched over.
        var end = 1;
        while (end < text.Length && end <= Width && text[end] is not ('<' or '>'))
        {
            end++;
        }

        if (end > Width)
        {
            var rest = text[end..].IndexOfAny('<', '>');
            end = rest < 0 ? text.Length : end + rest;
        }

        if (end < text.Length && text[end] == '>')
        {
            _isSpace = _length > 0;
            return end + 1;
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

    /// <summary>What was added up to the limit, with an ellipsis where there is more.</summary>
    public override readonly string ToString() => FeedText.Cut(_place[.._length], limit);
}
