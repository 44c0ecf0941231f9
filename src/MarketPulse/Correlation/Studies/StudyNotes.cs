using System.Collections.Immutable;
using System.Globalization;

namespace MarketPulse.Correlation.Studies;

/// <summary>Names what a study moved, left out, refused or couldn't keep apart.</summary>
public static class StudyNotes
{
    /// <param name="result">The study.</param>
    /// <param name="insideBenchmark">Firms known to be a part of the market column's portfolio.</param>
    public static ImmutableArray<StudyNote> Of(
        EventStudyResult result,
        IReadOnlySet<string>? insideBenchmark = null
    ) =>
        [
            .. Enumerable.Range(0, result.Events.Length).SelectMany(i => OfEvent(result, i)),
            .. OfBenchmark(result, insideBenchmark ?? ImmutableHashSet<string>.Empty),
            .. result
                .CrossSections.Concat(result.ByKind)
                .Select(section => new StudyNote(
                    "",
                    $"read {section.Window}{(section.Group.Length > 0 ? " " + section.Group : "")}",
                    $"{section.Reading.Name}: {section.Reading.Why}"
                )),
        ];

    /// <summary>Why an event has no CAR over a window: how much is missing.</summary>
    public static string WhatIsMissing(EventStudyResult result, int index, EventWindow window)
    {
        var (placed, options) = (result.Events[index], result.Options);
        if (placed.Row < 0)
        {
            return $"the returns end on {Day(result.Table.Sessions[^1])}, before the event's session";
        }

        if (!result.Figures.IsFitted(index))
        {
            var sessions = result.Figures.Model(index).Sessions;
            return sessions < options.MinimumSessions
                ? $"{sessions} estimation sessions, {options.MinimumSessions - sessions} fewer than the least asked for ({options.MinimumSessions})"
                : "the market or a factor doesn't move, or follows from the others, in the estimation window";
        }

        string[] missing = [.. MissingSessions(result, index, window)];
        return missing.Length == 0
            ? "the model fits exactly, so there is no error to test against"
            : $"{missing.Length} of {window.Length} sessions in the window have no return: {string.Join(", ", missing)}";
    }

    private static IEnumerable<StudyNote> OfEvent(EventStudyResult result, int index)
    {
        var (placed, options) = (result.Events[index], result.Options);
        var id = placed.Event.Id;
        if (placed.Moved)
        {
            yield return new(
                id,
                "moved",
                $"{Day(placed.Event.Date)} has no session; day 0 is the next, {Day(result.Table.Sessions[placed.Row])}"
            );
        }

        if (!result.Figures.IsFitted(index))
        {
            yield return new(id, "refused", WhatIsMissing(result, index, options.Window));
            yield break;
        }

        var sessions = result.Figures.Model(index).Sessions;
        if (sessions < options.Estimation.Length)
        {
            yield return new(
                id,
                "estimation-missing",
                $"{sessions} of the estimation window's {options.Estimation.Length} sessions are used; {options.Estimation.Length - sessions} lack a return or are left out"
            );
        }

        if (sessions < EstimationWindow.ThinUnder)
        {
            yield return new(
                id,
                "thin-estimation",
                $"{sessions} estimation sessions, {EstimationWindow.ThinUnder - sessions} under the {EstimationWindow.ThinUnder} asked for: the model and σ are loose"
            );
        }

        string[] missing = [.. MissingSessions(result, index, options.Window)];
        if (missing.Length > 0)
        {
            yield return new(
                id,
                "window-missing",
                $"no return on {string.Join(", ", missing)}: windows over {(missing.Length == 1 ? "it" : "them")} have no CAR"
            );
        }

        var (taken, others) = EstimationExclusions.Contaminating(result, index);
        if (taken > 0)
        {
            yield return new(
                id,
                "contaminated-estimation",
                $"{taken} sessions of the estimation window lie in the windows of {Names(others)}; {(options.ExcludeOtherEvents ? "they are left out here" : "they are kept here, and left out in the second result")}"
            );
        }

        string[] sharing =
        [
            .. result
                .OthersOfFirm(index)
                .Where(other => other.Overlaps(placed, options.Window))
                .Select(other => other.Event.Id),
        ];
        if (sharing.Length > 0)
        {
            yield return new(
                id,
                "overlap",
                $"its window {options.Window} shares sessions with that of {string.Join(", ", sharing)}"
            );
        }
    }

    private static IEnumerable<StudyNote> OfBenchmark(
        EventStudyResult result,
        IReadOnlySet<string> inside
    )
    {
        foreach (var placed in result.Events)
        {
            var firm = placed.Event.Firm;
            if (firm == result.Options.Market)
            {
                yield return new(
                    placed.Event.Id,
                    "own-benchmark",
                    $"{firm} is its own benchmark: nothing abnormal can be left"
                );
            }
            else if (inside.Contains(firm))
            {
                yield return new(
                    placed.Event.Id,
                    "in-benchmark",
                    $"{result.Options.Market} itself holds {firm}, which hides a part of its own move"
                );
            }
        }
    }

    private static IEnumerable<string> MissingSessions(
        EventStudyResult result,
        int index,
        EventWindow window
    )
    {
        for (var day = window.From; day <= window.To; day++)
        {
            var row = result.Events[index].Row + day;
            if (row < 0 || row >= result.Table.Sessions.Length)
            {
                yield return $"day {day} (outside the file)";
            }
            else if (
                double.IsNaN(result.Figures.Day(index, day - result.Options.Window.From).Value)
            )
            {
                yield return $"{Day(result.Table.Sessions[row])} (day {day})";
            }
        }
    }

    private static string Names(ImmutableArray<StudyEvent> events) =>
        string.Join(", ", events.Select(e => e.Id));

    private static string Day(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
