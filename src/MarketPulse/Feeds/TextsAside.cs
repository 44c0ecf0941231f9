using System.Buffers;
using System.Globalization;
using System.Text;

namespace MarketPulse.Feeds;

/// <summary>
/// A feed's longer texts and sections, taken out of its XML before that is read: XmlReader looks at each of their characters alone,
/// and moves all that it has read of a text at each of its entities. In a text's place stands a CDATA section with its number.
/// Nothing is judged here: XML that is well formed stays so, and what isn't goes wrong at the same place.
/// </summary>
internal sealed class TextsAside : IDisposable
{
    /// <summary>A number's digits. A section of its own that is as long is taken out, or holds what isn't a digit.</summary>
    private const int NumberLength = 8;

    private readonly List<(Range Place, bool IsSection)> _found = [];
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

    /// <summary>Takes the texts out of a document; null where there are none.</summary>
    /// <param name="document">UTF-8.</param>
    public static TextsAside? Of(ReadOnlySpan<byte> document)
    {
        var aside = new TextsAside(document.Length);
        aside.Take(document);
        if (aside._found.Count > 0)
        {
            return aside;
        }

        aside.Dispose();
        return null;
    }

    /// <summary>The text in whose place a section stands; null for a section that stands for itself.</summary>
    /// <param name="section">What the section says.</param>
    public string? Find(string section)
    {
        if (Number(section) is not { } number)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(_texts.AsSpan(_found[number].Place));
        return text.Contains('\r') ? OneLineEnd(text) : text;
    }

    /// <summary>Whether a section stands for one, or for itself, rather than for a text.</summary>
    public bool IsSection(string section) =>
        Number(section) is not { } number || _found[number].IsSection;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_texts);
        ArrayPool<byte>.Shared.Return(_rest);
    }

    /// <summary>As XML reads line ends (XML 1.0, section 2.11).</summary>
    private static string OneLineEnd(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private int? Number(string section) =>
        section.Length == NumberLength
        && int.TryParse(section, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < _found.Count
            ? number
            : null;

    private void Take(ReadOnlySpan<byte> document)
    {
        var (copied, end) = (0, 0);
        var texts = new LongTexts(document);
        while (texts.Next())
        {
            var text = document[texts.Found];
            var place = _texts.AsSpan(end);
            var written = texts.IsSection ? Section(text, place) : EscapedText.Write(text, place);
            if (written > 0)
            {
                AddRest(document[copied..texts.Found.Start.Value]);
                AddNumber(texts.IsSection);
                _found.Add((end..(end + written), texts.IsSection));
                (copied, end) = (texts.Found.End.Value, end + written);
            }
        }

        AddRest(document[copied..]);
    }

    private static int Section(ReadOnlySpan<byte> content, Span<byte> place)
    {
        if (content.Length < NumberLength || !EscapedText.IsPlain(content))
        {
            return 0;
        }

        content.CopyTo(place);
        return content.Length;
    }

    private void AddRest(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(_rest.AsSpan(_restLength));
        _restLength += markup.Length;
    }

    private void AddNumber(bool isSection)
    {
        AddRest(isSection ? default : "<![CDATA["u8);
        _found.Count.TryFormat(
            _rest.AsSpan(_restLength),
            out var digits,
            "D8",
            CultureInfo.InvariantCulture
        );
        _restLength += digits;
        AddRest(isSection ? default : "]]>"u8);
    }
}
