using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

/// <summary>What an answer without rows means, and what to do about it.</summary>
internal static class EmptyAnswers
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["correlations"] =
            "Nothing is measured yet. A result appears once an announcement's window is over and its bars are stored: 'marketpulse run' fetches and measures, 'marketpulse query announcements' shows what is known.",
        ["announcements"] =
            "No announcement is stored yet. 'marketpulse run' reads the watchlist's feeds; 'marketpulse doctor' says whether they answer.",
        ["prices"] =
            "No bar is stored yet. 'marketpulse run' fetches what is missing, 'marketpulse backfill' a longer history.",
        ["alerts"] =
            "Nothing is decided yet. A decision is stored, with its reason, for every measured announcement, also the one not to mail: see 'marketpulse query correlations'.",
        ["claims"] =
            "The ledger is empty: no stored announcement promises a product for a period. 'marketpulse query announcements' shows what has been read, 'marketpulse read FILE' what is found in one text.",
        ["statements"] =
            "No stored announcement states a price. 'marketpulse query announcements' shows what has been read, 'marketpulse read FILE' what is found in one text.",
        ["studies"] =
            "There are no events to study: that takes announcements and about a year of bars before them. 'marketpulse run' fetches both.",
        ["path"] =
            "No bar is stored around this announcement. 'marketpulse backfill' fetches a longer history.",
        ["events"] =
            "No event is announced. Name a file of them in the watchlist (\"events\": \"events.ics\"), or widen --from and --to; docs/alerts.md shows both forms.",
        ["silences"] =
            "Nothing is silenced. 'marketpulse silence add --symbol NVDA --until 3d --comment WHY' keeps mails back for a while.",
    };

    /// <summary>One sentence or two for the terminal.</summary>
    public static string Say(QuestionForm form, Filters given) =>
        form.Filters.Any(f => f != QueryParameters.Symbol && !f.IsRequired && given.Has(f))
            ? $"Nothing matches {string.Join(" and ", form.Filters.Where(f => !f.IsRequired && given.Has(f)).Select(f => $"--{f.Name}"))}. Leave something out, or widen it."
            : Meanings.GetValueOrDefault(form.Name, "There is nothing to tell.");
}
