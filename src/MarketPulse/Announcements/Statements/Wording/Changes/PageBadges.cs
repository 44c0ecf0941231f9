using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells quotes that a page put beside a name.</summary>
internal static class PageBadges
{
    /// <summary>"Nvidia (NVDA -2.85%)": a quote that the page put in, of whatever moment it was stored at.</summary>
    public static bool Are(Clause clause, Figure figure) =>
        figure.First > 1
        && figure.Last + 1 < clause.Tokens.Count
        && clause.Text[clause.Tokens[figure.Last + 1].Start] == ')'
        && (
            clause.Tokens[figure.First - 1].IsName
                && clause.Text[clause.Tokens[figure.First - 2].Start] == '('
            || (
                figure.First > 2
                && clause.Tokens[figure.First - 2].IsName
                && clause.Text[clause.Tokens[figure.First - 3].Start] == '('
            )
        );
}
