using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Tokens;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Finds whose "the stock" is, from the words before it.</summary>
internal static class StockOwners
{
    /// <summary>"Nvidia shares", "shares of AMD", "its shares", "the stock".</summary>
    public static string? Of(Clause clause, Figure figure, int at, string? topic)
    {
        var tokens = clause.Tokens;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (tokens[i].IsName)
            {
                return Related.Describes(clause, figure, i) ? Subjects.Unlisted
                    : tokens[i].Symbol is Subjects.Broad ? topic
                    : NamesTogether.Joint(clause, figure with { From = 0 }, i);
            }

            if (
                tokens[i].Sort is TokenSort.Capitalised or TokenSort.Capitals
                && tokens[at].Is(Sense.Share)
                && OrdinaryWords.MayBeName(clause.Word(i))
                && (
                    ((i > 0 || UnknownNames.IsFirstName(clause)) && at - i == 1)
                    // VinFast股价, Moderna的股价
                    || (
                        clause.Text[tokens[at].Start] >= '\u2e80'
                        && tokens[i].Sort == TokenSort.Capitalised
                        && tokens[(i + 1)..at].TrueForAll(t => t.Is(Sense.Filler))
                    )
                )
            )
            {
                return Subjects.Unlisted;
            }

            if (FigureFinder.Parts(tokens[i]) && clause.Text[tokens[i].Start] is not (')' or '('))
            {
                break;
            }
        }

        if (
            IsFirmsOwn(clause, at)
            || (
                tokens[at].Is(Sense.Share)
                && (
                    OwnedByUnknown(clause, at)
                    || (at > 0 && Firms.Are(clause, tokens[at - 1]))
                    || OtherTrades.Own(clause, at)
                )
            )
        )
        {
            return Subjects.Unlisted;
        }

        // Before it in the sentence, else whom the article spoke of.
        var named = tokens.FindLastIndex(
            Math.Max(0, at - 1),
            t =>
                t.Symbol is not (null or Subjects.Broad or Subjects.Unlisted)
                && !OvertakenNames.Are(clause, t)
        );
        if (named > 0 && IsOfFirst(clause, at, named) is { } first)
        {
            return first;
        }

        // "Intel, which competes with Nvidia, saw its shares rise".
        if (
            named > 0
            && clause.Tokens[named..at].Exists(t => t.Sort == TokenSort.Break)
            && AsideHeads.OfRelative(clause, named) is { } head
        )
        {
            return head;
        }

        return named < 0 && IsOfUnlisted(clause, at) ? Subjects.Unlisted
            : named < 0 ? topic
            : Related.Describes(clause, figure, named) ? Subjects.Unlisted
            : tokens[named].Symbol;
    }

    /// <summary>"Google aims to capture 10% of Nvidia's revenue, and its stock has soared": whose the sentence is, not who owns something in it.</summary>
    private static string? IsOfFirst(Clause clause, int at, int named)
    {
        var first = clause.Tokens.FindIndex(t => t.IsName);
        return
            first == 0
            && first < named
            && (
                clause.Word(at).StartsWith("its ", StringComparison.OrdinalIgnoreCase)
                // "Synopsys rebounded on Nvidia's investment, pushing shares up 4%".
                || (
                    at > 0
                    && clause.IsAny(at - 1, "pushing", "sending", "lifting", "driving", "boosting")
                )
            )
            && clause.Tokens[first].Symbol is not Subjects.Broad
            && clause.Owns(named)
            ? clause.Tokens[first].Symbol
            : null;
    }

    /// <summary>"Synopsys beat estimates, sending its shares up 5%", "Visa's fundamentals remain strong despite the stock selling off": the company that the sentence begins with.</summary>
    private static bool IsOfUnlisted(Clause clause, int at)
    {
        var first = clause.Tokens.FindIndex(t => t.IsName);
        return first >= 0
            && first < at
            && clause.Tokens[first].Symbol == Subjects.Unlisted
            && char.IsAsciiLetterUpper(clause.Text[clause.Tokens[first].Start])
            && (
                clause.Word(at).StartsWith("its ", StringComparison.OrdinalIgnoreCase)
                || (first == 0 && clause.IsPossessive(1))
            );
    }

    /// <summary>联合能源公司股价: 公司股价 alone is the one named before.</summary>
    private static bool IsFirmsOwn(Clause clause, int at) =>
        at > 0
        && clause.Text[clause.Tokens[at].Start] == '公'
        && clause.Tokens[at - 1] is { Sort: TokenSort.Characters } name
        && name.End == clause.Tokens[at].Start
        && name.End - name.Start >= 3
        && !Reasons.Ends(clause.Word(name));

    /// <summary>"Syngenta's U.S.-listed shares".</summary>
    private static bool OwnedByUnknown(Clause clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - 9); i--)
        {
            var token = clause.Tokens[i];
            if (clause.IsPossessive(i))
            {
                return clause.Tokens[i - 1].Sort is TokenSort.Capitalised or TokenSort.Capitals;
            }

            if (token.IsName || (FigureFinder.Parts(token) && token.Sort == TokenSort.Known))
            {
                return false;
            }
        }

        return false;
    }
}
