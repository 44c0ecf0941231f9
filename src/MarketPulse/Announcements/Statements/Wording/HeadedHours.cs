namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads the hours that open a Chinese list and hold for all of it: 美股盘前，苹果涨1%，英伟达涨2%.</summary>
internal static class HeadedHours
{
    /// <summary>As far into a sentence as its heading reaches, in words.</summary>
    private const int Farthest = 6;

    /// <summary>The hours outside the session; null where a sentence isn't headed by them, or speaks of the session too.</summary>
    public static Stated? Of(Clause clause)
    {
        var at = clause.Tokens.FindIndex(t =>
            t.IsName || t.IsNumber || t.Is(Sense.Up | Sense.Down)
        );
        var found = clause.Tokens.FindIndex(t =>
            t.Is(Sense.PreMarket | Sense.AfterHours) && clause.Text[t.Start] >= '\u2e80'
        );
        return
            found >= 0
            && found < Math.Min(at, Farthest)
            && !clause.Tokens.Exists(t => t.Is(Sense.Close | Sense.Open | Sense.Announced))
            && DayPart.Of(clause.Tokens[found]) is { } hours
            ? new(hours, Part: hours)
            : null;
    }

    /// <summary>美股开盘，三大指数低开, 美股早盘: a report of the first hours, whose changes are none of the whole day.</summary>
    public static bool IsOpening(Clause clause) =>
        clause.Tokens.Exists(t =>
            clause.Text[t.Start] >= '\u2e80'
            && (
                (t.Is(Sense.Open) && t.End - t.Start >= 2)
                || (t.Is(Sense.Intraday) && IsEarly(clause.Text.AsSpan(t.Start, t.End - t.Start)))
            )
        )
        && clause.Tokens.Exists(t =>
            t.Symbol == Subjects.Broad || clause.Text.AsSpan(t.Start, t.End - t.Start) is "美股"
        )
        && !Closes(clause);

    public static bool Closes(Clause clause) => clause.Tokens.Exists(t => t.Is(Sense.Close));

    private static bool IsEarly(ReadOnlySpan<char> words) =>
        words is "早盘" or "早盤" or "盘初" or "盤初" or "早段" or "开盘后" or "開盤後";
}
