namespace MarketPulse.Queries.Questions;

/// <summary>Every question that can be asked, in the order in which people are shown them.</summary>
public sealed class QuestionList(IEnumerable<Question> all)
{
    public IReadOnlyList<Question> All { get; } = [.. all];

    /// <summary>The question of a name, or null; case doesn't count.</summary>
    public Question? Find(string name) =>
        All.FirstOrDefault(q => q.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
