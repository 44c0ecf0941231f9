using System.Globalization;
using System.Text.Json;

namespace MarketPulse.Storage;

/// <summary>The column types that JSON lacks, named and written as the table service does. Pure.</summary>
internal static class EdmType
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The type's name, or null where JSON's own types do.</summary>
    public static string? Of(object value) =>
        value switch
        {
            long => "Edm.Int64",
            DateTimeOffset or DateTime => "Edm.DateTime",
            Guid => "Edm.Guid",
            byte[] or BinaryData => "Edm.Binary",
            double number when !double.IsFinite(number) => "Edm.Double",
            _ => null,
        };

    /// <summary>A value of one of these types as text; instants in UTC.</summary>
    public static string Text(object value) =>
        value switch
        {
            long number => number.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                Instant,
                CultureInfo.InvariantCulture
            ),
            DateTime instant => instant
                .ToUniversalTime()
                .ToString(Instant, CultureInfo.InvariantCulture),
            Guid id => id.ToString("D"),
            byte[] bytes => Convert.ToBase64String(bytes),
            BinaryData bytes => Convert.ToBase64String(bytes.ToMemory().Span),
            double.PositiveInfinity => "INF",
            double.NegativeInfinity => "-INF",
            double => "NaN",
            _ => throw new ArgumentException($"{value.GetType().Name} is one of JSON's own types."),
        };

    /// <exception cref="FormatException">The text isn't of that type, or there is no such type.</exception>
    public static object Read(string column, JsonElement type, JsonElement value)
    {
        var name = type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        if (value.ValueKind != JsonValueKind.String)
        {
            throw new FormatException($"'{column}' of type {type.GetRawText()} must be text");
        }

        var text = value.GetString()!;
        object? read = name switch
        {
            "Edm.Int64"
                when long.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            "Edm.DateTime"
                when DateTimeOffset.TryParseExact(
                    text,
                    Instant,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var instant
                ) => instant,
            "Edm.Guid" when Guid.TryParseExact(text, "D", out var id) => id,
            "Edm.Binary" when Bytes(text) is { } bytes => bytes,
            "Edm.Double" => text switch
            {
                "INF" => double.PositiveInfinity,
                "-INF" => double.NegativeInfinity,
                "NaN" => double.NaN,
                _ => null,
            },
            _ => null,
        };
        return read
            ?? throw new FormatException(
                name is "Edm.Int64" or "Edm.DateTime" or "Edm.Guid" or "Edm.Binary" or "Edm.Double"
                    ? $"'{column}' is '{text}', which is no {name} (instants as 2025-03-18T20:00:00Z)"
                    : $"'{column}' has the unknown type {type.GetRawText()}: known are Edm.Int64, Edm.DateTime, Edm.Guid, Edm.Binary, Edm.Double"
            );
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
