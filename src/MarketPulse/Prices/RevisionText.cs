using System.Collections.Immutable;
using System.Text.Json;

namespace MarketPulse.Prices;

/// <summary>A bar's revisions ↔ the text of their column: JSON, a row a revision.</summary>
internal static class RevisionText
{
    private sealed record Row(
        double Open,
        double High,
        double Low,
        double Close,
        long Volume,
        double Dividend,
        double SplitRatio,
        string Source,
        DateTimeOffset RetrievedAt,
        DateTimeOffset ReplacedAt
    );

    public static string Write(IEnumerable<BarRevision> revisions) =>
        JsonSerializer.Serialize(
            revisions.Select(r => new Row(
                r.Bar.Open,
                r.Bar.High,
                r.Bar.Low,
                r.Bar.Close,
                r.Bar.Volume,
                r.Bar.Dividend,
                r.Bar.SplitRatio,
                r.Source,
                r.RetrievedAt,
                r.ReplacedAt
            )),
            Json.Compact
        );

    /// <param name="session">The session whose bar was revised.</param>
    /// <param name="text">Null for none.</param>
    /// <exception cref="FormatException">The text isn't what <see cref="Write"/> writes.</exception>
    public static ImmutableArray<BarRevision> Read(DateOnly session, string? text)
    {
        if (text is null)
        {
            return [];
        }

        try
        {
            return
            [
                .. JsonSerializer
                    .Deserialize<Row[]>(text, Json.Compact)!
                    .Select(r => new BarRevision(
                        new DailyPrice(
                            session,
                            r.Open,
                            r.High,
                            r.Low,
                            r.Close,
                            r.Volume,
                            r.Dividend,
                            r.SplitRatio
                        ),
                        r.Source,
                        r.RetrievedAt,
                        r.ReplacedAt
                    )),
            ];
        }
        catch (Exception error) when (error is JsonException or ArgumentNullException)
        {
            throw new FormatException(error.Message, error);
        }
    }
}
