namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells spans that only a record is counted over.</summary>
internal static class Comparisons
{
    /// <summary>"Lowest since".</summary>
    private static bool IsRecordSince(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.LongSpan)
        && clause.Word(at).EndsWith("since", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Its biggest drop this year": the span is the comparison's, not the change's.</summary>
    public static bool Are(Clause clause, int at)
    {
        for (var i = at; i >= Math.Max(0, at - 5) && clause.Tokens[i].Sort != TokenSort.Break; i--)
        {
            if (clause.Tokens[i].Is(Sense.Superlative) || IsRecordSince(clause, i))
            {
                return true;
            }
        }

        for (
            var i = at;
            i < Math.Min(clause.Tokens.Count, at + 4) && clause.Tokens[i].Sort != TokenSort.Break;
            i++
        )
        {
            if (clause.Tokens[i].Is(Sense.Superlative))
            {
                return true;
            }

            if (clause.Word(i) is "is" or "was" or "are")
            {
                // "Its 170% year-to-date return is the best of any company": said of the change.
                return false;
            }
        }

        return false;
    }
}
