namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells what part a name plays in its sentence: its subject, an aside's, or only the field that something leads.</summary>
internal static class NamePlaces
{
    /// <summary>"Nvidia, the best performer in the Dow, rose 3%": an index that something is the first or worst of.</summary>
    public static bool IsField(Clause clause, int at)
    {
        if (clause.Tokens[at].Symbol != Subjects.Broad || at < 2)
        {
            return false;
        }

        if (
            at + 1 < clause.Tokens.Count
            && clause.Text[clause.Tokens[at + 1].Start] is '成'
            && clause.Tokens[..at].Exists(t => t.Symbol is not (null or Subjects.Broad))
        )
        {
            // 英伟达是标普500成份股中表现较差的
            return true;
        }

        var within =
            clause.Tokens[at - 1].Is(Sense.In)
            || (clause.Tokens[at - 2].Is(Sense.In) && clause.Tokens[at - 1].Sort == TokenSort.Word);
        return within
            && clause
                .Tokens[Math.Max(0, at - 9)..at]
                .Exists(t =>
                    t.Is(Sense.Superlative)
                    || (
                        t.Is(Sense.Ytd)
                        && clause.Word(t).EndsWith("performer", StringComparison.OrdinalIgnoreCase)
                    )
                )
            && clause.Tokens[..at].Exists(t => t.Symbol is not (null or Subjects.Broad));
    }

    /// <summary>"(NVDA: NASDAQ)", "its post-DeepSeek low", "a bigger gain than Nvidia": a name that is nobody's subject.</summary>
    public static bool IsLabel(Clause clause, int at)
    {
        var tokens = clause.Tokens;
        if (at < 1)
        {
            return false;
        }

        var before = clause.Word(at - 1);
        return before is "than"
            || (before is "-" && tokens[at - 1].End == tokens[at].Start)
            || (
                tokens[at].Symbol == Subjects.Broad
                && before is ":"
                && at + 1 < tokens.Count
                && clause.Text[tokens[at + 1].Start] == ')'
            );
    }
}
