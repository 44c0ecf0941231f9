using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days that begin and end a stretch, which is no session: 11月17日至20日累计下跌.</summary>
internal static class DayStretches
{
    /// <summary>Takes the first day of a stretch from those that figures may be of; prices are of its last.</summary>
    public static void Mark(string text, List<Token> tokens, List<NamedDay> days)
    {
        for (var d = 0; d + 1 < days.Count; d++)
        {
            if (
                days[d].Reference is { Sort: DateReferenceSort.Date }
                && days[d + 1].Reference is { Sort: DateReferenceSort.Date }
                && days[d + 1].First == days[d].Last + 2
                && (IsChinese(text, tokens, days[d]) || IsBetween(text, tokens, days[d]))
            )
            {
                days[d] = days[d] with { Reference = null, OfStretch = true };
                days[d + 1] = days[d + 1] with { OfStretch = true };
            }
        }
    }

    /// <summary>Whether a figure's words begin with such a stretch.</summary>
    public static bool Hold(Clause clause, Figure figure) =>
        clause.Days.Exists(d => d.OfStretch && d.Last < figure.First)
        && !clause.Days.Exists(d =>
            d is { Reference: not null, OfStretch: false } && d.Last < figure.First
        );

    private static bool IsChinese(string text, List<Token> tokens, NamedDay first) =>
        text[tokens[first.Last].End - 1] >= '\u2e80'
        && text[tokens[first.Last + 1].Start] is '至' or '到' or '-' or '—' or '–' or '~' or '～';

    /// <summary>"Between August 21 and August 27, the stock rose 3.9%".</summary>
    private static bool IsBetween(string text, List<Token> tokens, NamedDay first) =>
        first.First > 0
        && tokens[first.First - 1].IsAny(text, "between")
        && tokens[first.Last + 1].IsAny(text, "and");
}
