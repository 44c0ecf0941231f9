using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells a change's noun from what became of the change.</summary>
internal static class ChangeNouns
{
    /// <summary>涨幅回落至4.98%: what the noun says of the change, not what became of it.</summary>
    public static Token Meant(Clause clause, Token word)
    {
        var at = clause.PlaceOf(word);
        if (
            at >= 3
            && clause.Tokens[at - 1].Sort == TokenSort.Break
            && clause.Text[clause.Tokens[at - 2].Start] is '收' or '缩' or '縮'
            && clause.Text[clause.Tokens[at - 3].End - 1] == '幅'
        )
        {
            // 涨幅收窄，降到0.6%
            at--;
        }

        if (
            at > 0
            && at + 1 < clause.Tokens.Count
            && clause.Tokens[at + 1].IsAny(clause.Text, "to")
            && clause
                .Tokens[at - 1]
                .IsAny(clause.Text, "gain", "gains", "advance", "losses", "loss")
        )
        {
            // "But the gain faded to 0.1% by the close".
            return clause.Tokens[at - 1];
        }

        for (var i = at - 1; i >= Math.Max(0, at - 3) && !FigureFinder.Parts(clause.Tokens[i]); i--)
        {
            var noun = clause.Tokens[i];
            if (noun.Is(Sense.Up | Sense.Down) && clause.Text[noun.End - 1] == '幅')
            {
                return noun;
            }

            if (!noun.Is(Sense.Filler | Sense.Intraday))
            {
                break;
            }
        }

        return word;
    }
}
