using MarketPulse.Announcements.Statements.Wording.Tokens;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Takes what stands before a bracketed ticker for that listing's name: "BlackBerry (NYSE:BB)", "the fund (SPY)".</summary>
internal static class Tickers
{
    private static readonly HashSet<string> Exchanges = new(StringComparer.OrdinalIgnoreCase)
    {
        "nyse",
        "nasdaq",
        "nasdaqgs",
        "nasdaqgm",
        "nasdaqcm",
        "nysearca",
        "nyseamerican",
        "amex",
        "otc",
        "otcmkts",
        "otcqx",
        "tsx",
        "tsxv",
        "lse",
        "etr",
        "asx",
        "bats",
        "cboe",
        "nse",
        "bse",
    };

    /// <summary>What else is written in brackets with capitals.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "AI",
        "AGI",
        "API",
        "CEO",
        "CFO",
        "CES",
        "CPU",
        "CPUS",
        "EDT",
        "EPS",
        "EST",
        "ET",
        "ETF",
        "ETFS",
        "EU",
        "FED",
        "GAAP",
        "GMT",
        "GPU",
        "GPUS",
        "GTC",
        "HBM",
        "IPO",
        "LLM",
        "LLMS",
        "PDT",
        "PST",
        "QOQ",
        "TPU",
        "TPUS",
        "UK",
        "US",
        "USA",
        "USD",
        "UTC",
        "YOY",
        "YTD",
    };

    /// <summary>Gives the ticker, and the name before its bracket, the listing's symbol.</summary>
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (text[tokens[i].Start] != '(')
            {
                MarkTagged(text, tokens, i);
                MarkOpen(text, tokens, i);
                continue;
            }

            var exchange = IsExchange(text, tokens[i + 1]);
            var at = i + (exchange ? 2 : 1);
            while (exchange && at < tokens.Count - 1 && text[tokens[at].Start] is ':' or ';')
            {
                at++;
            }

            if (
                at >= tokens.Count - 1
                || tokens[at] is not { Sort: TokenSort.Capitals, IsName: false } ticker
                || !(exchange || Closes(text, tokens[at + 1]))
                || !IsListing(text, tokens, i, ticker, exchange)
            )
            {
                continue;
            }

            Name(tokens, at, i - 1, text[ticker.Start..ticker.End]);
        }
    }

    /// <summary>Gives a ticker its symbol, and the word before its bracket or exchange where that can be a name.</summary>
    private static void Name(List<Token> tokens, int ticker, int before, string symbol)
    {
        tokens[ticker] = tokens[ticker] with { Symbol = symbol };
        if (before >= 0 && tokens[before].Sort is TokenSort.Capitalised or TokenSort.Capitals)
        {
            tokens[before] = tokens[before] with { Symbol = symbol };
        }
    }

    /// <summary>"$SKHY debuted up 20%".</summary>
    private static void MarkTagged(string text, List<Token> tokens, int at)
    {
        if (
            text[tokens[at].Start] == '$'
            && tokens[at].End - tokens[at].Start == 1
            && tokens[at + 1] is { Sort: TokenSort.Capitals, IsName: false } ticker
            && ticker.Start == tokens[at].End
        )
        {
            tokens[at + 1] = ticker with { Symbol = text[ticker.Start..ticker.End] };
        }
    }

    /// <summary>"Antero Midstream NYSE:AM was 0.4% higher".</summary>
    private static void MarkOpen(string text, List<Token> tokens, int at)
    {
        var touches = text[tokens[at].End - 1] == ':';
        var code = at + 1;
        while (code < tokens.Count && text[tokens[code].Start] == ':')
        {
            code++;
        }

        // Most words have no colon behind them: so few are looked up.
        if (
            !(touches || (code > at + 1 && !tokens[at].IsName))
            || code >= tokens.Count
            || tokens[code]
                is not { Sort: TokenSort.Capitals or TokenSort.Capitalised, IsName: false } ticker
            || ticker.Word(text).IndexOfAnyInRange('a', 'z') >= 0
            || !IsExchange(text, tokens[at])
        )
        {
            return;
        }

        // "(NASDAQ:NVDA, ETR:NVD)": another listing of the same.
        Name(tokens, code, at - 1, SameBefore(text, tokens, at) ?? text[ticker.Start..ticker.End]);
    }

    private static string? SameBefore(string text, List<Token> tokens, int at)
    {
        for (
            var i = at - 1;
            i >= Math.Max(0, at - 5) && text[tokens[i].Start] is not ('(' or ')');
            i--
        )
        {
            if (tokens[i] is { Symbol: not (null or Subjects.Broad or Subjects.Unlisted) } name)
            {
                return text[tokens[at - 1].Start] is ',' or ';' or '/' or '|' ? name.Symbol : null;
            }
        }

        return null;
    }

    private static bool IsExchange(string text, Token token) =>
        Exchanges
            .GetAlternateLookup<ReadOnlySpan<char>>()
            .Contains(token.Word(text).TrimEnd(":； ;"));

    private static bool Closes(string text, Token token) => text[token.Start] is ')' or '|' or '.';

    /// <summary>An acronym of the words before it is a ticker only where its exchange is named.</summary>
    private static bool IsListing(
        string text,
        List<Token> tokens,
        int bracket,
        Token ticker,
        bool exchange
    )
    {
        var word = text[ticker.Start..ticker.End];
        return exchange
            || (
                !Others.Contains(word)
                && bracket > 0
                && tokens[bracket - 1]
                    is { Sort: TokenSort.Capitalised or TokenSort.Capitals, IsName: false }
                        or { Symbol: Subjects.Unlisted or Subjects.Broad }
                && !IsAcronym(text, tokens, bracket, word)
            );
    }

    private static bool IsAcronym(string text, List<Token> tokens, int bracket, string word)
    {
        if (bracket < word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (char.ToUpperInvariant(text[tokens[bracket - word.Length + i].Start]) != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
