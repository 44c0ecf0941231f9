using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Correlation.Studies;

/// <summary>What may be said of one event over one window, by rules declared before any figure is seen.</summary>
/// <param name="Event">The event.</param>
/// <param name="Window">The window.</param>
/// <param name="Result">Its CAR.</param>
/// <param name="Interval">Of the CAR, at the study's level.</param>
/// <param name="MinimumDetectable">The CAR that would have been found with a power of 80 %.</param>
/// <param name="SampleQuantileP">For one-session windows; NaN otherwise.</param>
/// <param name="AdjustedP">After Benjamini and Hochberg over the family: all events of the study over this window.</param>
/// <param name="Verdict">Significant: <paramref name="AdjustedP"/> at or under the level and no other event of the firm in the window.</param>
/// <param name="Reason">The rule's outcome in words.</param>
public sealed record StudyVerdict(
    StudyEvent Event,
    EventWindow Window,
    AbnormalReturn Result,
    ConfidenceInterval Interval,
    double MinimumDetectable,
    double SampleQuantileP,
    double AdjustedP,
    Verdict Verdict,
    string Reason
)
{
    /// <summary>Every event over every window, window by window.</summary>
    public static ImmutableArray<StudyVerdict> Of(EventStudyResult result)
    {
        var verdicts = ImmutableArray.CreateBuilder<StudyVerdict>();
        for (var w = 0; w < result.Options.Windows.Length; w++)
        {
            var p = new double[result.Events.Length];
            for (var i = 0; i < p.Length; i++)
            {
                p[i] = result.Figures.Window(i, w).P;
            }

            var adjusted = BenjaminiHochberg.Adjust(p);
            var family = p.Count(value => !double.IsNaN(value));
            for (var i = 0; i < p.Length; i++)
            {
                verdicts.Add(Of(result, i, w, adjusted[i], family));
            }
        }

        return verdicts.ToImmutable();
    }

    private static StudyVerdict Of(
        EventStudyResult result,
        int index,
        int window,
        double adjusted,
        int family
    )
    {
        var options = result.Options;
        var car = result.Figures.Window(index, window);
        var span = options.Windows[window];
        var (verdict, reason) = Decide(result, index, span, car, adjusted, family);
        var known = !double.IsNaN(car.StandardError);
        return new StudyVerdict(
            result.Events[index].Event,
            span,
            car,
            ConfidenceInterval.Of(car, options.Level),
            known
                ? MinimumDetectableEffect.Of(car.StandardError, car.DegreesOfFreedom, options.Level)
                : double.NaN,
            known && span.Length == 1
                ? result.Figures.SampleQuantile(index, span.From - options.Window.From)
                : double.NaN,
            adjusted,
            verdict,
            reason
        );
    }

    private static (Verdict, string) Decide(
        EventStudyResult result,
        int index,
        EventWindow window,
        AbnormalReturn car,
        double adjusted,
        int family
    )
    {
        if (double.IsNaN(car.P))
        {
            return (Verdict.NotEnoughData, StudyNotes.WhatIsMissing(result, index, window));
        }

        var p =
            family > 1
                ? $"p {Show(car.P)}, adjusted p {Show(adjusted)} over the family of {family} events (Benjamini–Hochberg)"
                : $"p {Show(car.P)}";
        var level = result.Options.Level.ToString(CultureInfo.InvariantCulture);
        if (adjusted > result.Options.Level)
        {
            return (
                Verdict.NotDistinguishableFromNoise,
                $"{p}, not at or under {level}: ordinary sessions differ as much from what the model expects"
            );
        }

        var placed = result.Events[index];
        string[] others =
        [
            .. result
                .OthersOfFirm(index)
                .Where(other =>
                    other.Row >= placed.Row + window.From && other.Row <= placed.Row + window.To
                )
                .Select(other => other.Event.Id),
        ];
        return others.Length == 0
            ? (
                Verdict.Significant,
                $"{p}, and no other event of {placed.Event.Firm} is in the window"
            )
            : (
                Verdict.Confounded,
                $"{p}, but {string.Join(", ", others)} of {placed.Event.Firm} share{(others.Length == 1 ? "s" : "")} the window"
            );
    }

    private static string Show(double p) =>
        p < 0.00005 ? "< 0.0001" : "= " + p.ToString("0.####", CultureInfo.InvariantCulture);
}
