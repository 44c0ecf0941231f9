using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>XML as it is written out again: what was markup stays, what was text is escaped.</summary>
internal sealed class RepairedText(int capacity)
{
    private readonly StringBuilder _xml = new(capacity);

    /// <summary>Writes markup.</summary>
    public RepairedText Raw(string markup)
    {
        _xml.Append(markup);
        return this;
    }

    /// <summary>Writes text whose entities are as they were written.</summary>
    public void Decoded(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is >= 0 and var start)
        {
            Plain(text[..start]);
            text = text[start..];
            var length = EntityLength(text);
            if (length == 0)
            {
                _xml.Append("&amp;");
                text = text[1..];
            }
            else
            {
                Plain(Decode(text[..length]));
                text = text[length..];
            }
        }

        Plain(text);
    }

    /// <summary>The length of an entity at the text's beginning, with its semicolon; 0 where there is none.</summary>
    private static int EntityLength(ReadOnlySpan<char> text)
    {
        const int Longest = 34;
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        return end > 1 && text[1..end].IndexOfAnyExcept(EntityCharacters) < 0 ? end + 1 : 0;
    }

    private static readonly System.Buffers.SearchValues<char> EntityCharacters =
        System.Buffers.SearchValues.Create(
            "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        );

    private static string Decode(ReadOnlySpan<char> entity)
    {
        var text = entity.ToString();
        if (entity is ['&', '#', 'x' or 'X', .. var hex, ';'])
        {
            return int.TryParse(
                hex,
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
                ? FeedText.Character(code)
                : text;
        }

        if (entity is ['&', '#', .. var digits, ';'])
        {
            return int.TryParse(
                digits,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
                ? FeedText.Character(code)
                : text;
        }

        // One that HTML doesn't know either stays as it is written: it may be a bare ampersand after all.
        return text == "&apos;" ? "'" : WebUtility.HtmlDecode(text);
    }

    /// <summary>Writes text, what XML forbids left out.</summary>
    public void Plain(ReadOnlySpan<char> text)
    {
        var clean = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var written = c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ when XmlConvert.IsXmlChar(c) => null,
                _ when char.IsHighSurrogate(c)
                        && i + 1 < text.Length
                        && char.IsLowSurrogate(text[i + 1]) => "pair",
                _ => "",
            };
            if (written is null)
            {
                continue;
            }

            if (written == "pair")
            {
                i++;
                continue;
            }

            _xml.Append(text[clean..i]).Append(written);
            clean = i + 1;
        }

        _xml.Append(text[clean..]);
    }

    public override string ToString() => _xml.ToString();
}
