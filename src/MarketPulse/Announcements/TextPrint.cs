using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Announcements;

/// <summary>
/// A text's 64-bit SimHash (Charikar 2002, "Similarity estimation techniques from rounding algorithms"; used on web pages by
/// Manku, Jain and Das Sarma 2007): texts that share most of their words differ in few bits. Pure.
/// </summary>
/// <remarks>
/// The features are words and pairs of neighbouring words (characters and pairs of them in Chinese). The share of equal bits
/// estimates 1 − θ/π, θ being the angle between the texts' feature vectors.
/// </remarks>
public readonly record struct TextPrint(ulong Bits)
{
    /// <summary>Shorter texts share too many of their bits by chance and are not printed.</summary>
    public const int LeastWords = 24;

    /// <summary>Texts that differ in no more bits are one text: an angle of 34°, a cosine of 0.83.</summary>
    public const int Alike = 12;

    /// <summary>The print of a text, or null where it is too short for one.</summary>
    public static TextPrint? Of(string text)
    {
        var words = StoryWords.Split(text);
        if (words.Count < LeastWords)
        {
            return null;
        }

        var sums = new int[64];
        foreach (var feature in words.Concat(words.Zip(words.Skip(1), (a, b) => $"{a} {b}")))
        {
            var hash = BinaryPrimitives.ReadUInt64LittleEndian(
                SHA256.HashData(Encoding.UTF8.GetBytes(feature))
            );
            for (var bit = 0; bit < 64; bit++)
            {
                sums[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
            }
        }

        var bits = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            bits |= sums[bit] > 0 ? 1UL << bit : 0;
        }

        return new(bits);
    }

    /// <summary>Bits in which two prints differ, 0 to 64.</summary>
    public int Distance(TextPrint other) => BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>As it is stored: 16 hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static TextPrint? Parse(string? text) =>
        text?.Length == 16
        && ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits)
            ? new(bits)
            : null;
}
