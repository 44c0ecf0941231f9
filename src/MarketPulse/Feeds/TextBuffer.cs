using System.Text;
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

    /// <summary>Leaves only so many characters.</summary>
    public void Cut(int length) => Length = length;

    public void Add(ReadOnlySpan<char> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Adds UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        Length += Encoding.UTF8.GetChars(text, _characters.AsSpan(Length));
    }

    /// <summary>Adds the value of a text node, without the string that the reader would make of it.</summary>
    public void AddValue(XmlReader xml)
    {
        while (true)
        {
            MakeRoom(1);
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

    private void MakeRoom(int characters)
    {
        if (_characters.Length - Length < characters)
        {
            var length = Math.Max(FirstLength, _characters.Length * 2);
            Array.Resize(ref _characters, Math.Max(length, Length + characters));
        }
    }
}
