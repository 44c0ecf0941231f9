using System.Buffers;
using System.Globalization;
using System.Text;

namespace MarketPulse.Feeds;

/// <summary>
/// A feed's longer escaped texts, taken out of its XML before that is read: XmlReader moves all that it has read of a text at each of
/// its entities. In a text's place stands a CDATA section with its number. Nothing is judged here: XML that is well formed stays so,
/// and what isn't goes wrong at the same place.
/// </summary>
internal sealed class TextsAside : IDisposable
{
    /// <summary>Bytes from which on a text is worth it; more than a section in its place has.</summary>
    private const int Shortest = 64;

    private readonly List<Range> _ranges = [];
    private readonly byte[] _texts;
    private readonly byte[] _rest;
    private int _restLength;

    private TextsAside(int length)
    {
        _texts = ArrayPool<byte>.Shared.Rent(length + EscapedText.Slack);
        _rest = ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>The document without its texts; good until this is disposed of.</summary>
    public ArraySegment<byte> Rest => new(_rest, 0, _restLength);

    /// <summary>Takes the texts out of a document.</summary>
    /// <param name="document">UTF-8.</param>
    /// <returns>Null where there are none, or the document has sections of its own or a document type.</returns>
    public static TextsAside? Of(ReadOnlySpan<byte> document)
    {
        // A section of its own could be taken for a number, and what a document type holds is no text.
        if (HasDeclarations(document))
        {
            return null;
        }

        var aside = new TextsAside(document.Length);
        aside.Take(document);
        if (aside._ranges.Count > 0)
        {
            return aside;
        }

        aside.Dispose();
        return null;
    }

    /// <summary>A text by what the section in its place says.</summary>
    public string Find(string number) =>
        Encoding.UTF8.GetString(
            _texts.AsSpan(
                _ranges[int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)]
            )
        );

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_texts);
        ArrayPool<byte>.Shared.Return(_rest);
    }

    private void Take(ReadOnlySpan<byte> document)
    {
        var (copied, next, end) = (0, 0, 0);
        while (document[next..].IndexOf((byte)'&') is >= 0 and var length)
        {
            var entity = next + length;
            var before = document[next..entity].LastIndexOfAny((byte)'<', (byte)'>');
            if (before < 0 || document[next + before] == '<')
            {
                // An attribute's.
                next = entity + 1;
                continue;
            }

            var start = next + before + 1;
            var after = document[entity..].IndexOfAny((byte)'<', (byte)'>');
            if (after < 0)
            {
                break;
            }

            // Between a '>' and a '<' and without either is text, or in a comment; a '>' in an attribute has its tag's after it.
            next = entity + after;
            if (document[next] != '<' || next - start < Shortest)
            {
                continue;
            }

            var written = EscapedText.Write(document[start..next], _texts.AsSpan(end));
            if (written > 0)
            {
                AddRest(document[copied..start]);
                AddSection();
                _ranges.Add(end..(end + written));
                (copied, end) = (next, end + written);
            }
        }

        AddRest(document[copied..]);
    }

    private static bool HasDeclarations(ReadOnlySpan<byte> document)
    {
        while (document.IndexOf("<!"u8) is >= 0 and var start)
        {
            document = document[(start + 2)..];
            if (!document.StartsWith("--"u8))
            {
                return true;
            }
        }

        return false;
    }

    private void AddRest(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(_rest.AsSpan(_restLength));
        _restLength += markup.Length;
    }

    private void AddSection()
    {
        AddRest("<![CDATA["u8);
        _ranges.Count.TryFormat(
            _rest.AsSpan(_restLength),
            out var digits,
            default,
            CultureInfo.InvariantCulture
        );
        _restLength += digits;
        AddRest("]]>"u8);
    }
}
