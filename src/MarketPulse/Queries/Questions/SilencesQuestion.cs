using MarketPulse.Alerts.Delivery;
using MarketPulse.Queries.Silences;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>Every silence, the next to end first and ended ones last (IO).</summary>
public sealed class SilencesQuestion(Watchlist watchlist, SilenceTable table, TimeProvider clock)
    : Question<SilenceAnswer>(Asked, watchlist)
{
    /// <summary>One rule by its name in the watchlist.</summary>
    public static readonly QueryParameter Rule = new(
        "rule",
        "A rule's name in the watchlist",
        new() { ["type"] = "string" },
        watchlist => [.. watchlist.Rules.Select(r => r.Name)]
    );

    /// <summary>Whether it keeps anything back.</summary>
    public static readonly QueryParameter State = new(
        "state",
        $"{string.Join(", ", EnumNames<SilenceState>.All)} (hyphens may stand for spaces)",
        new() { ["type"] = "string" },
        _ => EnumNames<SilenceState>.All
    );

    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "silences",
        "What is kept back for a while, and why. With a symbol or a rule, those that keep its mails back.",
        [QueryParameters.Symbol, Rule, State],
        IsPaged: false
    );

    protected override async Task<Page<SilenceAnswer>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Has(QueryParameters.Symbol) ? values.Symbol().Symbol : null;
        var rule = values.OneOf(Rule, Rule.Allowed!(Watchlist));
        var state = values.Named<SilenceState>(State);
        var now = clock.GetUtcNow();
        return new(
            [
                .. (await table.ReadAsync(cancellation))
                    .Where(s => symbol is null || s.Symbol is null || s.Symbol == symbol)
                    .Where(s => rule is null || s.Rule is null || s.Rule == rule)
                    .Select(s => SilenceAnswer.Of(s, now))
                    .Where(s => state is null || s.State == state)
                    .OrderBy(s => s.State == SilenceState.Ended)
                    .ThenBy(s =>
                        s.State == SilenceState.Ended ? -s.EndsAt.UtcTicks : s.EndsAt.UtcTicks
                    )
                    .ThenBy(s => s.Id, StringComparer.Ordinal),
            ],
            null
        );
    }
}
