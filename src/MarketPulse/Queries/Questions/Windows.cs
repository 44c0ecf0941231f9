using MarketPulse.Correlation;

namespace MarketPulse.Queries.Questions;

/// <summary>The window that a question names.</summary>
internal static class Windows
{
    public static EventWindow? Of(QueryValues values) =>
        values.OneOf(QueryParameters.Window, [.. StudyRules.Windows.Select(w => w.ToString())])
            is { } text
            ? EventWindow.Parse(text)
            : null;
}

/// <summary>The exclusions that a question names.</summary>
internal static class Excluded
{
    public static string? Of(QueryValues values) =>
        values.OneOf(
            QueryParameters.Exclusions,
            [StudyPlan.NoExclusions, StudyPlan.AnnouncementsExcluded]
        );
}
