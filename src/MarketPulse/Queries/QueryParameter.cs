using System.Text.Json.Nodes;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>Something that a question can be narrowed by.</summary>
/// <param name="Name">As it stands in an address, and after <c>--</c> on the command line.</param>
/// <param name="Description">What it means, in words for the one who asks.</param>
/// <param name="Schema">Its form as JSON Schema, without the values that hang on the watchlist.</param>
/// <param name="Allowed">The values that can be meant, where they can be listed.</param>
public sealed record QueryParameter(
    string Name,
    string Description,
    JsonObject Schema,
    Func<Watchlist, IReadOnlyList<string>>? Allowed = null
)
{
    /// <summary>Without it there is no answer.</summary>
    public bool IsRequired { get; init; }
}
