using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes too large for a day where the sentence names none: "why is the stock down 50%?".</summary>
internal static class DaylessChanges
{
    /// <summary>In per cent; the stocks that are watched hardly ever moved as far in a session.</summary>
    private const double Most = 35;

    public static bool Are(Clause clause, Figure figure, Stated stated) =>
        stated is { Field: PriceField.Change, Part: null }
        && figure.Unit == FigureUnit.Percent
        && figure.Token.Number >= Most
        && !clause.Days.Exists(d => d.Reference is not null)
        && !clause.Tokens.Exists(t =>
            t.Is(Sense.SameDay | Sense.Today | Sense.Yesterday | DayPart.Marks)
        );
}
