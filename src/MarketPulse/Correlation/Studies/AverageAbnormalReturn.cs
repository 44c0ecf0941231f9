using System.Collections.Immutable;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Correlation.Studies;

/// <summary>The events' average abnormal return on one day, with its cross-sectional t.</summary>
/// <param name="Day">Relative to the event day τ = 0.</param>
public readonly record struct AverageAbnormalReturn(int Day, CrossSectionalT Average)
{
    /// <summary>Every day of the event window, over the events that have a return on it.</summary>
    public static ImmutableArray<AverageAbnormalReturn> Of(EventStudyResult result)
    {
        var window = result.Options.Window;
        var averages = ImmutableArray.CreateBuilder<AverageAbnormalReturn>(window.Length);
        for (var day = 0; day < window.Length; day++)
        {
            double[] returns =
            [
                .. Enumerable
                    .Range(0, result.Events.Length)
                    .Select(i => result.Figures.Day(i, day).Value)
                    .Where(value => !double.IsNaN(value)),
            ];
            averages.Add(new(window.From + day, CrossSectionalT.Of(returns)));
        }

        return averages.MoveToImmutable();
    }
}
