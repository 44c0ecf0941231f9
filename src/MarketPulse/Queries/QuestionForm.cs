namespace MarketPulse.Queries;

/// <summary>How a question is put: what every face needs to offer it.</summary>
/// <param name="Name">As it stands in an address and on the command line, such as <c>correlations</c>.</param>
/// <param name="Summary">What the answer is, in a sentence or two.</param>
/// <param name="Filters">What it can be narrowed by, paging left aside.</param>
/// <param name="IsPaged">Whether the answer may come in several pages.</param>
public sealed record QuestionForm(
    string Name,
    string Summary,
    IReadOnlyList<QueryParameter> Filters,
    bool IsPaged = true
)
{
    /// <summary>Every parameter.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; } =
        IsPaged ? [.. Filters, QueryParameters.Limit, QueryParameters.After] : Filters;
}
