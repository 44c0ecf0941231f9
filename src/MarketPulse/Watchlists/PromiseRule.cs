using System.Collections.Immutable;

namespace MarketPulse.Watchlists;

/// <summary><c>tellMissedPromises</c>, which is short for a rule. Pure.</summary>
public static class PromiseRule
{
    /// <summary>What the rule is called in mails, tables and silences.</summary>
    public const string Name = "missed promises";

    /// <summary>The rules, and one about missed promises where that is wanted and none of them is.</summary>
    public static ImmutableArray<WatchRule> With(ImmutableArray<WatchRule> rules, bool isWanted) =>
        !isWanted || rules.Any(r => r.Promise == "missed")
            ? rules
            : rules.Add(new(Free(rules, Name), Promise: "missed"));

    // A rule of another kind may have the name: two of one name can't be told apart where they are stored.
    private static string Free(ImmutableArray<WatchRule> rules, string name) =>
        rules.Any(r => RuleChecks.Letters(r.Name) == RuleChecks.Letters(name))
            ? Free(rules, $"{name} too")
            : name;
}
