using System.Collections.Immutable;

namespace MarketPulse.Watchlists;

/// <summary>What can't be meant in a watchlist's rules, with what to write instead. Pure.</summary>
internal static class RuleChecks
{
    private static readonly string[] Urgencies = ["high", "normal", "low"];

    /// <summary>The first problem, or null.</summary>
    public static string? Problem(ImmutableArray<WatchRule> rules) =>
        rules.IsDefaultOrEmpty ? "rules is empty: without one there is never a mail."
        : rules.Select(Problem).FirstOrDefault(p => p is not null) is { } problem ? problem
        : rules.FirstOrDefault(r => Letters(r.Name).Length == 0) is { } unnamed
            ? $"rule '{unnamed.Name}': its name needs a letter or digit."
        : rules.GroupBy(r => Letters(r.Name)).FirstOrDefault(g => g.Count() > 1) is { } alike
            ? $"rule '{alike.Last().Name}' is named like '{alike.First().Name}': names must differ in their letters or digits."
        : rules.Count(r => r.Trouble is not null) > 1
            ? "two rules watch for trouble: one is enough."
        : null;

    private static string? Problem(WatchRule rule) =>
        Wrong(rule) is { } wrong ? $"rule '{rule.Name}'{wrong}" : null;

    private static string? Wrong(WatchRule rule) =>
        rule.Conditions is { Length: > 1 } several
            ? $" has {several.Length} conditions ({string.Join("; ", several)}): write a rule for each."
        : rule.Conditions.IsEmpty
            ? " has neither return nor t, nor another condition: docs/alerts.md has a sample of each."
        : rule.Return is <= 0 or >= 1
            ? $": return is a fraction between 0 and 1 (0.03 is 3 %), not {rule.Return}."
        : rule.T is <= 0 ? ": t must be above 0."
        : rule.P is <= 0 or >= 1 ? $": p lies between 0 and 1, not at {rule.P}."
        : rule.Volume is <= 1 ? ": volume is how many times the expected one, above 1."
        : rule.Announcement is { IsDefaultOrEmpty: true }
            ? ": announcement needs a kind, such as results."
        : rule.Claim is not null and not "contradicted" ? ": claim can only be contradicted."
        : rule.Promise is not null and not ("due" or "missed")
            ? $": promise is due or missed, not '{rule.Promise}'."
        : rule.FollowUp is { } days && (days.IsDefaultOrEmpty || days.Any(d => d is < 1 or > 20))
            ? ": followUp lists sessions after the event day, from 1 to 20."
        : rule.Event is not null and not "tomorrow" ? ": event can only be tomorrow."
        : Level(rule.YearToDate, "yearToDate")
            ?? Level(rule.Drawdown, "drawdown")
            ?? (
                rule.Drawdown is { Above: not null } or { Below: >= 0 }
                    ? ": drawdown has only below, under 0 (−0.2 is 20 % under the high)."
                : rule.Trouble is { } t
                && new[] { t.Prices, t.Runs, t.News, t.FeedHours }.Any(n => n is < 1)
                    ? ": trouble counts sessions and hours from 1 on."
                : rule.Urgency is { } urgency && !Urgencies.Contains(urgency)
                    ? $": urgency is {string.Join(", ", Urgencies)}, not '{urgency}'."
                : rule.Cooldown is < 0 or > 20 ? ": cooldown is 0 to 20 sessions."
                : rule.Repeat is < 1 ? ": repeat counts sessions from 1 on."
                : null
            );

    private static string? Level(LevelBounds? bounds, string name) =>
        bounds is null ? null
        : bounds is { Above: null, Below: null } ? $": {name} needs above or below."
        : bounds.Release is < 0 or >= 1 ? $": {name}'s release is a fraction from 0 on."
        : null;

    /// <summary>What tells two rules apart where they are stored.</summary>
    internal static string Letters(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
