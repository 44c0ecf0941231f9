using System.Security.Cryptography;
using System.Text;
using MarketPulse.Alerts.Signals;

namespace MarketPulse.Queries.Events;

/// <summary>Something that the watchlist's events file announces.</summary>
/// <param name="Uid">Of its symbol, title and day: the same whenever it is asked for.</param>
/// <param name="Symbol">The watched symbol that it is about; null where the file names none.</param>
/// <param name="Day">The exchange's date.</param>
/// <param name="At">The instant (UTC), where the file gives a time.</param>
public sealed record EventAnswer(
    string Uid,
    string? Symbol,
    string Title,
    DateOnly Day,
    DateTimeOffset? At
)
{
    public static EventAnswer Of(DatedEvent dated) =>
        new(
            Convert.ToHexStringLower(
                SHA256
                    .HashData(
                        Encoding.UTF8.GetBytes(
                            FormattableString.Invariant(
                                $"{dated.Symbol}\n{dated.Title}\n{dated.Day:yyyy-MM-dd}"
                            )
                        )
                    )
                    .AsSpan(0, 12)
            ) + "@marketpulse",
            dated.Symbol,
            dated.Title,
            dated.Day,
            dated.At
        );
}
