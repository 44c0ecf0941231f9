using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>Text read piece by piece, in one place that serves the whole document.</summary>
internal sealed class TextBuffer
{
    private const int FirstLength = 4096;

    private char[] _characters = [];

    public int Length { get; private set; }

    /// <summary>What was added since it was cleared; good until the next change.</summary>
    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(ReadOnlySpan<char> text)
    {
        while (_characters.Length - Length < text.Length)
        {
            Grow();
        }

        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Adds the value of a text node, without the string that the reader would make of it.</summary>
    public void AddValue(XmlReader xml)
    {
        while (true)
        {
            if (Length == _characters.Length)
            {
                Grow();
            }

            var read = xml.ReadValueChunk(_characters, Length, _characters.Length - Length);
            if (read == 0)
            {
                return;
            }

            Length += read;
        }
    }

    /// <summary>Writes brackets and ampersands as entities, from a place on.</summary>
    public void Escape(int start)
    {
        if (Written[start..].IndexOfAny('<', '&') < 0)
        {
            return;
        }

        var text = Written[start..].ToString();
        Length = start;
        Add(
            text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
        );
    }

    private void Grow() =>
        Array.Resize(ref _characters, Math.Max(FirstLength, _characters.Length * 2));
}
