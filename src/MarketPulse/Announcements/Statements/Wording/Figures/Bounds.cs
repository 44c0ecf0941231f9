namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Reads how closely a text binds itself to a figure.</summary>
internal static class Bounds
{
    /// <summary>From the words right before a figure ("nearly 7%", 超5%) or right behind it (3%左右, 5%以上).</summary>
    public static StatedBound Of(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 3); i--)
        {
            if (Of(clause.Tokens[i]) is { } before)
            {
                return before;
            }

            if (
                !clause.Tokens[i].Is(Sense.Dollar | Sense.Filler | Sense.In)
                && clause.Tokens[i].Sort != TokenSort.Word
            )
            {
                break;
            }
        }

        for (var i = figure.First + 1; i <= figure.Last; i++)
        {
            if (Of(clause.Tokens[i]) is { } within)
            {
                return within;
            }
        }

        var next = figure.Last + 1;
        return
            next < figure.To
            && clause.Tokens[next].Is(Sense.About | Sense.MoreThan | Sense.LessThan)
            && clause.Text[clause.Tokens[next].Start] is var c and ('左' or '上' or '以' or 'o')
            && (c != 'o' || clause.Tokens[next].Is(Sense.About))
            ? Of(clause.Tokens[next])!.Value
            : StatedBound.Exact;
    }

    private static StatedBound? Of(Token token) =>
        token.Is(Sense.MoreThan) ? StatedBound.MoreThan
        : token.Is(Sense.LessThan) ? StatedBound.LessThan
        : token.Is(Sense.Nearly) ? StatedBound.Nearly
        : token.Is(Sense.About) ? StatedBound.About
        : null;
}
