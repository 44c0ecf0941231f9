using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Alerts;

/// <summary>How earlier announcements of one kind were measured, as stored: the event day's abnormal returns together.</summary>
/// <param name="Kind">Of the announcements.</param>
/// <param name="From">The first event day among them.</param>
/// <param name="Average">n, the average abnormal return, its cross-sectional t and interval.</param>
/// <param name="Sign">How many were above 0, and the sign test's p.</param>
public sealed record KindHistory(
    AnnouncementKind Kind,
    DateOnly From,
    CrossSectionalT Average,
    SignTest Sign
)
{
    /// <summary>Fewer than this make no average worth telling.</summary>
    public const int Fewest = 3;

    /// <summary>Earlier event days' results of one kind, together; null where they are too few.</summary>
    /// <param name="results">Of one kind, one benchmark, window 0..0 and no exclusions; a day counts once.</param>
    public static KindHistory? Of(AnnouncementKind kind, IEnumerable<CorrelationResult> results)
    {
        var days = results
            .Where(r => r.CumulativeAbnormalReturn is not null)
            .GroupBy(r => r.EventDay)
            .OrderBy(day => day.Key)
            .Select(day => (Day: day.Key, Value: day.First().CumulativeAbnormalReturn!.Value))
            .ToImmutableArray();
        if (days.Length < Fewest)
        {
            return null;
        }

        double[] values = [.. days.Select(d => d.Value)];
        return new(kind, days[0].Day, CrossSectionalT.Of(values), SignTest.Of(values));
    }

    /// <summary>In a sentence or two; none says what the next one will bring.</summary>
    public string Say(Wording words)
    {
        var name = words.Word(AlertStory.Name(Kind));
        var interval = double.IsFinite(Average.Lower)
            ? words[
                $", 95 % interval {Figures.Percent(Average.Lower)} to {Figures.Percent(Average.Upper)}"
            ]
            : "";
        return words[
            $"{Average.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} earlier days of this kind ({name}) since {words.Date(From)}: average abnormal return {Figures.Percent(Average.Average)}{interval}; {Sign.Positive.ToString(System.Globalization.CultureInfo.InvariantCulture)} of {Sign.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} above zero (sign test p {Figures.PValue(Sign.P)}). Past days don't tell what the next one brings."
        ];
    }
}
