using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Names;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Reads the hours that open a Chinese list and hold for all of it: 美股盘前，苹果涨1%，英伟达涨2%.</summary>
internal static class HeadedHours
{
    /// <summary>As far into a sentence as its heading reaches, in words.</summary>
    private const int Farthest = 6;

    /// <summary>As far into a report's first sentence, dates included.</summary>
    private const int Heading = 10;

    /// <summary>The hours outside the session; null where a sentence isn't headed by them, or speaks of the session too.</summary>
    public static Stated? Of(Clause clause)
    {
        var at = clause.Tokens.FindIndex(t =>
            (t.IsName && t.Symbol is not (Subjects.Broad or Subjects.Unlisted))
            || t.Is(Sense.Up | Sense.Down)
            || clause.Figures.Exists(f => f.Token.Start == t.Start && f.Unit != FigureUnit.Bare)
        );
        var found = clause.Tokens.FindIndex(t =>
            t.Is(Sense.PreMarket | Sense.AfterHours) && clause.Text[t.Start] >= '\u2e80'
        );
        return
            found >= 0
            && found <= at
            && found < Farthest
            && !clause.Tokens.Exists(t => t.Is(Sense.Close | Sense.Open | Sense.Announced))
            && DayPart.Of(clause.Tokens[found]) is { } hours
            ? new(hours, Part: hours)
            : null;
    }

    /// <summary>5月30日美股盘前，英伟达市值冲破万亿美元。截至发稿，股价上涨4%: the hours that a report begins in.</summary>
    public static PriceField? OfReport(Clause clause)
    {
        var found = clause.Tokens.FindIndex(t =>
            t.Is(Sense.PreMarket | Sense.AfterHours) && clause.Text[t.Start] >= '\u2e80'
        );
        return
            found is >= 0 and < Heading
            && !clause.Tokens.Exists(t =>
                t.Is(Sense.Close | Sense.Open | Sense.Announced | Sense.Yesterday)
            )
            && !clause.Tokens[..found].Exists(t => t.Is(Sense.Hypothetical | Sense.Up | Sense.Down))
            ? DayPart.Of(clause.Tokens[found])
            : null;
    }

    /// <summary>Whether a sentence of Chinese leaves the hours before it as they are: it names no day, and no part of one.</summary>
    public static bool GoesOn(Clause clause) =>
        clause.Days.Count == 0
        && clause.Tokens.Count > 0
        && clause.Text[clause.Tokens[0].Start] >= '\u2e80'
        && !clause.Tokens.Exists(t => t.Is(Sense.Close | Sense.Open | Sense.High | Sense.Low));

    /// <summary>美股开盘，三大指数低开, 美股早盘: a report of the first hours, whose changes are none of the whole day.</summary>
    public static bool IsOpening(Clause clause) =>
        clause.Tokens.Exists(t =>
            clause.Text[t.Start] >= '\u2e80'
            && (
                (t.Is(Sense.Open) && t.End - t.Start >= 2)
                || (t.Is(Sense.Intraday) && IsEarly(clause.Word(t)))
            )
        )
        && clause.Tokens.Exists(t => t.Symbol == Subjects.Broad || clause.Word(t) is "美股")
        && !Closes(clause);

    public static bool Closes(Clause clause) => clause.Tokens.Exists(t => t.Is(Sense.Close));

    private static bool IsEarly(ReadOnlySpan<char> words) =>
        words
            is "早盘"
                or "早盤"
                or "盘初"
                or "盤初"
                or "早段"
                or "开盘后"
                or "開盤後"
                or "开盘之后"
                or "開盤之後";
}
