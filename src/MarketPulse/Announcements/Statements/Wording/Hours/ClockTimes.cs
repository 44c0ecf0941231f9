using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Reads a live report's own time, 【22:55】, as a moment of New York's session where it is one in the east of Asia.</summary>
internal static class ClockTimes
{
    /// <summary>The first hour in which New York's session runs, in Beijing.</summary>
    private const int Evening = 21;

    /// <summary>The hour in Beijing before which it is still running, summer and winter.</summary>
    private const int Morning = 4;

    /// <summary>When New York's session opens, in minutes since its midnight.</summary>
    private const int Open = (9 * 60) + 30;

    /// <summary>When it closes on a full day, in minutes since its midnight.</summary>
    private const int Close = 16 * 60;

    private static readonly string[] OtherZones =
    [
        "GMT",
        "UTC",
        "BST",
        "PT",
        "PDT",
        "PST",
        "CET",
        "IST",
    ];

    public static void Mark(string text, List<Token> tokens)
    {
        MarkEvenings(text, tokens);
        MarkHours(text, tokens);
        if (
            tokens.Count > 2
            && text[tokens[0].Start] is '【' or '[' or '［'
            && tokens[1].Sort is TokenSort.Number or TokenSort.AttachedNumber
            && tokens[1].Number is >= Evening and < 24 or >= 0 and < Morning
            && text[tokens[1].Start..Math.Min(text.Length, tokens[1].Start + 3)]
                is [_, _, ':' or '：']
        )
        {
            tokens[0] = tokens[0] with
            {
                Sort = TokenSort.Known,
                Sense = Sense.Intraday | Sense.Moment,
            };
        }
    }

    /// <summary>"At 7:30 am (EDT)", "at 1:10 p.m.": the hour in New York tells the part of the day, where no other zone is named.</summary>
    private static void MarkHours(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isClock = i + 3 < tokens.Count && FigureUnits.IsClockAt(tokens, i);
            var at =
                isClock ? i + 3
                : IsFullHour(text, tokens, i) ? i + 1
                : -1;
            if (at < 0 || Half(text, tokens[at]) is not { } afternoon)
            {
                continue;
            }

            var zone = text.AsSpan(tokens[at].End, Math.Min(14, text.Length - tokens[at].End));
            if (NamesOther(zone))
            {
                continue;
            }

            var minutes =
                (((int)tokens[i].Number % 12) + (afternoon ? 12 : 0)) * 60
                + (isClock ? (int)tokens[i + 2].Number : 0);
            if (!isClock)
            {
                // "To $194.50 shortly after 1 p.m.": no new part of the sentence begins there.
                tokens[i - 1] = tokens[i - 1] with
                {
                    Sense = tokens[i - 1].Sense & ~Sense.Separator,
                };
            }

            tokens[at] = tokens[at] with
            {
                Sort = TokenSort.Known,
                Sense =
                    minutes < Open ? Sense.PreMarket
                    : minutes >= Close ? Sense.AfterHours
                    : Sense.Intraday,
            };
        }
    }

    /// <summary>"Shortly after 1 p.m.", "as of 10 a.m.": an hour that a quote is led in with, not one that something begins at.</summary>
    private static bool IsFullHour(string text, List<Token> tokens, int at) =>
        at > 0
        && tokens[at] is { Decimals: 0, Number: >= 1 and <= 12 }
        && tokens[at].IsNumber
        && tokens[at - 1].Word(text) is "after" or "around" or "before" or "of" or "by";

    private static bool NamesOther(ReadOnlySpan<char> words)
    {
        foreach (var zone in OtherZones)
        {
            if (words.Contains(zone, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word says that an hour is after noon; null where it is no such word.</summary>
    private static bool? Half(string text, Token token) =>
        token.IsAny(text, "am", "a.m.", "a.m") ? false
        : token.IsAny(text, "pm", "p.m.", "p.m") ? true
        : null;

    /// <summary>台北时间晚间10时30分左右涨幅5.5%: an evening in the east of Asia is within New York's session.</summary>
    private static void MarkEvenings(string text, List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i]
                    is { IsNumber: true, Decimals: 0, Number: >= 10 and <= 11 or >= 22 and < 24 }
                && text[tokens[i].End] is '时' or '時' or '点' or '點'
                && text[Math.Max(0, tokens[i].Start - 2)..tokens[i].Start]
                    is "晚间"
                        or "晚間"
                        or "晚上"
                        or "深夜"
                && FollowedByPrice(tokens, i)
            )
            {
                for (var t = i + 1; !tokens[t].Is(Sense.Up | Sense.Down | Sense.Share); t++)
                {
                    tokens[t] = tokens[t].IsNumber
                        ? tokens[t]
                        : tokens[t] with
                        {
                            Sort = TokenSort.Known,
                            Sense = Sense.Intraday | Sense.Moment,
                        };
                }
            }
        }
    }

    /// <summary>Whether a price is told right behind the time, not what was published then.</summary>
    private static bool FollowedByPrice(List<Token> tokens, int at) =>
        tokens
            .Skip(at + 2)
            .Take(8)
            .TakeWhile(t => t.Sort != TokenSort.Break && !t.IsStop)
            .Any(t => t.Is(Sense.Up | Sense.Down | Sense.Share));
}
