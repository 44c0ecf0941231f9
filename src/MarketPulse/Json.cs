using System.Text.Encodings.Web;
using System.Text.Json;

namespace MarketPulse;

/// <summary>How MarketPulse writes JSON: camelCase, fractions, round-trip doubles, ISO dates, text as it is.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        // The output is JSON documents and files, never script inside HTML: "−" and "黄" stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    static Json()
    {
        Compact.MakeReadOnly(populateMissingResolver: true);
        Indented.MakeReadOnly(populateMissingResolver: true);
    }
}
