using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketPulse;

/// <summary>How MarketPulse reads files that people write, and writes JSON: camelCase, fractions, round-trip doubles, ISO dates, text as it is.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        // The output is JSON documents and files, never script inside HTML: "−" and "黄" stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>For files that people write: comments are allowed, a name that isn't known and a value left out are not.</summary>
    public static readonly JsonSerializerOptions Edited = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    static Json()
    {
        Compact.MakeReadOnly(populateMissingResolver: true);
        Indented.MakeReadOnly(populateMissingResolver: true);
        Edited.MakeReadOnly(populateMissingResolver: true);
    }
}
