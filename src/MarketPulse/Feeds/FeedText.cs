using System.Buffers;
using System.Text;

namespace MarketPulse.Feeds;

/// <summary>Feed text as a person reads it: no markup, no entities, white space folded.</summary>
public static class FeedText
{
    /// <summary>What Windows-1252 has where Unicode has control characters: "&amp;#150;" is meant as a dash.</summary>
    internal const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private const int OnStack = 256;

    /// <summary>Markup → its text: a tag is a blank, entities are what they stand for.</summary>
    public static string Plain(string? text) => Plain(text.AsSpan(), int.MaxValue);

    /// <summary>Markup → its text's first characters, with an ellipsis where some were left out; what lies behind isn't looked at.</summary>
    public static string Plain(ReadOnlySpan<char> text, int length)
    {
        // Nothing that is read becomes longer than it is written.
        var room = Math.Min(
            text.Length,
            (int)Math.Min((long)length + TextFolding.Slack, int.MaxValue)
        );
        var pooled = room > OnStack ? ArrayPool<char>.Shared.Rent(room) : null;
        var folding = new TextFolding(pooled ?? stackalloc char[OnStack], length);
        folding.AddMarkup(text);
        var plain = folding.ToString();
        if (pooled is not null)
        {
            ArrayPool<char>.Shared.Return(pooled);
        }

        return plain;
    }

    /// <summary>White space, no-break spaces too, as single blanks; none at the ends.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var folding = new TextFolding(new char[text.Length], text.Length);
        foreach (var c in text)
        {
            folding.Add(c);
        }

        return folding.ToString();
    }

    /// <summary>A text's first characters, with an ellipsis where some were left out.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : Cut(text.AsSpan(), length);

    internal static string Cut(ReadOnlySpan<char> text, int length) =>
        text.Length <= length
            ? text.ToString()
            // Half a surrogate pair is no character.
            : string.Concat(
                text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)],
                "…"
            );

    /// <summary>The character of a numeric reference; a replacement character for one that stands for none.</summary>
    internal static string Character(int code) =>
        code is >= 0x80 and < 0xA0 ? Windows1252[code - 0x80].ToString()
        : Rune.IsValid(code) && code != 0 ? new Rune(code).ToString()
        : "\ufffd";

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (
                c == ' '
                    ? before == ' '
                    : char.IsWhiteSpace(c) || c < ' ' || char.IsBetween(c, '\u007f', '\u009f')
            )
            {
                return false;
            }

            before = c;
        }

        return text.Length == 0 || before != ' ';
    }
}
