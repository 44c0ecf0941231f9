namespace MarketPulse.Queries;

/// <summary>A query's parameter that can't be used; the message names it, its value and what is allowed.</summary>
/// <param name="parameter">Its name, such as <c>kind</c>.</param>
/// <param name="problem">What is wrong, such as <c>'keynotes' is not known</c>.</param>
/// <param name="allowed">What may be written instead: values, or one line that describes them.</param>
public sealed class QueryTextException(
    string parameter,
    string problem,
    IReadOnlyList<string> allowed
) : Exception($"{parameter}: {problem}. Allowed: {string.Join(", ", allowed)}.")
{
    public string Parameter => parameter;

    public IReadOnlyList<string> Allowed => allowed;
}
