using MarketPulse.Alerts.Delivery;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Silences;

/// <summary>A silence as somebody asks for it, on the command line, on the page or over HTTP. Null or blank is left out.</summary>
/// <param name="Symbol">A watched symbol; left out for every one.</param>
/// <param name="Rule">A rule's name in the watchlist; left out for every one.</param>
/// <param name="From">When it begins (<see cref="SilenceTime"/>); left out for now.</param>
/// <param name="Until">When it ends: an instant, a date, or a span after the beginning.</param>
/// <param name="Comment">Why.</param>
public sealed record SilenceWish(
    string? Symbol,
    string? Rule,
    string? From,
    string? Until,
    string? Comment
)
{
    /// <summary>Characters that a comment may have: it is repeated wherever it keeps a mail back.</summary>
    public const int LongestComment = 300;

    /// <summary>How long a silence may last, and how far off it may begin.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    /// <summary>The silence that is meant.</summary>
    /// <param name="id">What to name it by.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="QueryTextException">A field can't be used; it is named, with what is allowed.</exception>
    public Silence Read(Watchlist watchlist, DateTimeOffset now, string id)
    {
        ArgumentNullException.ThrowIfNull(watchlist);
        var symbol = Known("symbol", Symbol, watchlist.Symbols.Select(s => s.Symbol));
        var rule = Known("rule", Rule, watchlist.Rules.Select(r => r.Name));
        var starts = Given(From) is { } from ? SilenceTime.Parse("from", from, now) : now;
        var until =
            Given(Until)
            ?? throw new QueryTextException("until", "it is needed", ["2026-03-16", "8h", "3d"]);
        var ends = SilenceTime.Parse("until", until, starts);
        if (ends <= starts || ends <= now)
        {
            throw new QueryTextException(
                "until",
                "it ends before it begins, or has passed",
                ["a later instant", "a span such as 8h or 3d"]
            );
        }

        if (starts - now > Longest || ends - starts > Longest)
        {
            throw new QueryTextException(
                starts - now > Longest ? "from" : "until",
                "it is more than ten years off",
                ["at most ten years"]
            );
        }

        return new(id, symbol, rule, starts, ends, Words());
    }

    private string Words()
    {
        var words =
            Given(Comment) ?? throw new QueryTextException("comment", "it is needed", ["why"]);
        if (words.Length > LongestComment)
        {
            throw new QueryTextException(
                "comment",
                $"it has {words.Length} characters",
                [$"at most {LongestComment} characters"]
            );
        }

        // It ends up in reasons and mails: one line.
        return string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c));
    }

    private static string? Known(string field, string? given, IEnumerable<string> known)
    {
        if (Given(given) is not { } name)
        {
            return null;
        }

        var names = known.ToList();
        return names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new QueryTextException(
                field,
                $"'{QueryValues.Shown(name)}' is not on the watchlist",
                names
            );
    }

    private static string? Given(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
