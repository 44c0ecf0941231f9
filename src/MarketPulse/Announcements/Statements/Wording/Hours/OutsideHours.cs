using System.Buffers;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells whether a sentence leaves the reader in the hours outside the session: "The mood turned in after-hours trading. The stock fell 4%."</summary>
internal static class OutsideHours
{
    private static readonly string[] Trading =
    [
        "hours",
        "extended",
        "premarket",
        "pre-market",
        "pre market",
        "late trading",
        "vorbörs",
        "nachbörs",
        "盘前",
        "盘后",
        "夜盘",
    ];

    /// <summary>What the words for a part of the session, or the day, have one of: 盘中, 早市, 午后.</summary>
    private static readonly SearchValues<char> OfSession = SearchValues.Create("盘盤市午早日");

    /// <summary>The hours of a sentence's last such word; null where it speaks of the session too, or only of when something was made known.</summary>
    public static PriceField? Of(Clause clause)
    {
        PriceField? hours = null;
        foreach (var token in clause.Tokens)
        {
            // "Fresh all-time highs in after-hours trading".
            if (token.Is(Sense.High | Sense.Low) && IsRecord(clause, token))
            {
                continue;
            }

            if (
                token.Is(
                    Sense.Announced
                        | Sense.Measure
                        | Sense.Close
                        | Sense.Open
                        | Sense.High
                        | Sense.Low
                        | Sense.Hypothetical
                )
            )
            {
                return null;
            }

            if (token.Is(Sense.PreMarket | Sense.AfterHours) && IsTrading(clause, token))
            {
                hours = DayPart.Of(token);
            }
        }

        return hours;
    }

    /// <summary>"In after-hours trading, it fell as much as 2%": the hours that a figure's own words name before it, across a comma.</summary>
    public static PriceField? Before(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (
                token.Is(Sense.Close | Sense.Open)
                || token.IsStop
                // 盘后由涨转跌，周四美股早盘走低: another day begins.
                || (token.Is(Sense.Weekday) && clause.Text[token.Start] >= '\u2e80')
            )
            {
                return null;
            }

            if (token.Is(Sense.PreMarket | Sense.AfterHours))
            {
                return IsTrading(clause, token) ? DayPart.Of(token) : null;
            }
        }

        return null;
    }

    /// <summary>周三收跌2.1%的英伟达股价盘后巨震，先涨超2%: the hours that Chinese names between two figures, across a comma; null where it names none.</summary>
    public static PriceField? Between(Clause clause, int at)
    {
        if (at == 0)
        {
            return null;
        }

        for (var i = clause.Figures[at].First - 1; i > clause.Figures[at - 1].Last; i--)
        {
            var token = clause.Tokens[i];
            if (clause.Text[token.Start] < '\u2e80' && token.Sort != TokenSort.Break)
            {
                return null;
            }

            if (token.Is(DayPart.Marks))
            {
                return token.Is(Sense.PreMarket | Sense.AfterHours) && IsTrading(clause, token)
                    ? DayPart.Of(token)
                    : null;
            }
        }

        return null;
    }

    /// <summary>盘后最高上涨4%，最低下跌5%: a moment or an extreme of the hours told before, where its word is of no part of the session.</summary>
    public static bool GoOn(Clause clause, Figure figure, Token mark) =>
        mark.Is(Sense.Intraday | Sense.High | Sense.Low)
        && !mark.Is(Sense.Moment)
        && clause.Text[mark.Start] >= '\u2e80'
        && !clause.Word(mark).ContainsAny(OfSession)
        && !clause.Days.Exists(d =>
            d.First > clause.Figures[Math.Max(0, figure.Place - 1)].Last && d.Last < figure.First
        );

    /// <summary>"In four hours of late trading it drifted further, to close at $105.39": the close of those hours.</summary>
    public static PriceField? LeadsTo(Clause clause, Figure figure, Token close)
    {
        if (
            close.Is(Sense.Up | Sense.Down)
            || clause.Word(close) is not ("close at" or "closing at" or "closing")
        )
        {
            return
                close.Is(Sense.Close)
                && clause.PlaceOf(close) is > 0 and var at
                && clause.Word(at - 1) is "to"
                ? Named(clause, figure, close)
                : null;
        }

        return Named(clause, figure, close);
    }

    private static PriceField? Named(Clause clause, Figure figure, Token close)
    {
        for (var i = clause.PlaceOf(close) - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (
                token.Is(Sense.Close | Sense.Open)
                || token.IsStop
                || token is { IsNumber: true, Decimals: > 0 }
            )
            {
                return null;
            }

            if (token.Is(Sense.PreMarket | Sense.AfterHours) && IsTrading(clause, token))
            {
                return DayPart.Of(token);
            }
        }

        return null;
    }

    /// <summary>The stated part that a sentence begins in: null where it names a day or a part of one itself.</summary>
    public static Stated? Begin(Clause clause, ReadingContext context) =>
        context.Hours is { } hours
        && clause.Days.Count == 0
        && !Until(clause).Exists(t => t.Is(DayPart.Marks) && !t.Is(Sense.Moment))
            ? new(hours, Part: hours)
            : null;

    /// <summary>截至发稿上涨4%，只要收盘时保持在405美元以上…: in Chinese what stands behind the first figure is of later ones.</summary>
    private static List<Token> Until(Clause clause) =>
        clause.Figures is [var first, ..] && clause.Text[clause.Tokens[0].Start] >= '\u2e80'
            ? clause.Tokens[..first.First]
            : clause.Tokens;

    private static bool IsRecord(Clause clause, Token extreme) =>
        clause.PlaceOf(extreme) is > 0 and var at && clause.Tokens[at - 1].Is(Sense.LongSpan);

    private static bool IsTrading(Clause clause, Token token)
    {
        var words = PlainCharacters.Of(clause.Word(token));
        return Array.Exists(Trading, t => words.Contains(t, StringComparison.OrdinalIgnoreCase));
    }
}
