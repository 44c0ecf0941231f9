using MarketPulse.Correlation;

namespace MarketPulse.Alerts;

/// <summary>One stored result as a row: the same announcement against another benchmark, window or estimate.</summary>
/// <param name="Name">Benchmark and window.</param>
/// <param name="Text">The estimate behind it, and its verdict.</param>
public sealed record StoryResult(string Name, string Left, string T, string P, string Text)
{
    public static StoryResult Of(CorrelationResult result, CorrelationResult primary, Wording words)
    {
        var window = result is { WindowFrom: 0, WindowTo: 0 }
            ? words.Word("event day")
            : $"{Figures.Relative(result.WindowFrom)}..{Figures.Relative(result.WindowTo)}";
        var estimate = result.Beta is { } beta
            ? words[$"T = {result.EstimationSessions}, β {Figures.Number(beta)}; "]
            : words[$"T = {result.EstimationSessions}; "];
        var kept =
            result.Exclusions == "announcements"
                ? words[
                    $"other announcements' sessions left out ({result.ExcludedSessions.Length})"
                ]
                : words.Word("every session kept");
        var mine = Same(result, primary) ? words.Word("As above: ") : "";
        return new StoryResult(
            words[$"{MailText.Line(result.Benchmark, 20)}, {window}"],
            Figures.Percent(result.CumulativeAbnormalReturn),
            Figures.Number(result.T, 2),
            Figures.PValue(result.P).Replace("= ", "", StringComparison.Ordinal),
            words[$"{mine}{estimate}{kept}. {words.Word(AlertWords.Label(result.Verdict))}."]
        );
    }

    /// <summary>Whether two results measure the same thing in the same way.</summary>
    public static bool Same(CorrelationResult one, CorrelationResult other) =>
        (one.AnnouncementId, one.Benchmark, one.Model, one.WindowFrom, one.WindowTo, one.Exclusions)
        == (
            other.AnnouncementId,
            other.Benchmark,
            other.Model,
            other.WindowFrom,
            other.WindowTo,
            other.Exclusions
        );
}
