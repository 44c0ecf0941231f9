using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Divides a sentence into wordings of the lexicon, numbers, signs, and words that say nothing of prices.</summary>
internal sealed class Tokenizer(PriceLexicon lexicon, ArticleLanguage language)
{
    private readonly NumberTokens _numbers = new(lexicon, language);

    // One list for all: tens of thousands of sentences would each leave one behind.
    private readonly List<Token> _tokens = [];

    /// <summary>The sentence's tokens in order, placed in the whole text; the list holds them until the next sentence is read.</summary>
    public List<Token> Read(string text, TextSpan sentence)
    {
        var raw = text.AsSpan(sentence.Start, sentence.Length);
        var plain = JoinedLines.Of(PlainCharacters.Of(raw));
        var tokens = _tokens;
        tokens.Clear();
        for (var i = 0; i < plain.Length; )
        {
            if (plain[i] == ' ' || char.IsControl(plain[i]))
            {
                i++;
                continue;
            }

            var token = Next(raw, plain, i);
            tokens.Add(token with { Start = sentence.Start + i, End = sentence.Start + token.End });
            i = token.End;
        }

        return tokens;
    }

    private Token Next(ReadOnlySpan<char> raw, ReadOnlySpan<char> plain, int at)
    {
        if (
            plain[at] == '.'
            && at + 1 < plain.Length
            && char.IsAsciiDigit(plain[at + 1])
            && (at == 0 || plain[at - 1] is ' ' or '(' or '$' or '+' or '-')
        )
        {
            return _numbers.BelowOne(plain, at);
        }

        if (char.IsAsciiDigit(plain[at]))
        {
            // "52-week" and "10-year" are wordings, not figures.
            return lexicon.Match(plain, at) is { } worded
                ? Known(at, worded)
                : _numbers.Read(plain, at);
        }

        if (plain[at..].StartsWith(NumberTokens.Fraction, StringComparison.Ordinal))
        {
            return NumberTokens.Fractional(plain, at);
        }

        if (ChineseNumerals.Tenths(plain, at) is { Length: > 0 } tenths)
        {
            return NumberTokens.Percent(at, at + tenths.Length, tenths.Value, 0);
        }

        if (
            ChineseNumerals.Read(plain, at) is { Length: > 1 } numerals
            && NumberTokens.IsMeasured(plain, at + numerals.Length)
        )
        {
            return new(
                TokenSort.Number,
                at,
                at + numerals.Length,
                Number: numerals.Value,
                Decimals: numerals.Decimals
            );
        }

        if (ChineseDates.Read(plain, at) is { Length: > 0 } dated)
        {
            return new(TokenSort.Number, at, at + dated.Length, Number: dated.Value);
        }

        var boundary =
            at == 0 || !PriceLexicon.IsWord(plain[at - 1]) || !PriceLexicon.IsWord(plain[at]);
        // "$2.79tn", "USD973": a unit may touch its number.
        boundary |= at > 0 && char.IsAsciiDigit(plain[at - 1]) && IsUnit(plain, at);
        if (boundary && lexicon.Match(plain, at) is { } match)
        {
            var named = match.Phrase.Symbol is null
                ? 0
                : ExchangeCodes.Length(raw, at + match.Length);
            return Known(
                at,
                (
                    MonthWords.Meant(raw[at], plain, at + match.Length, match.Phrase),
                    match.Length + named
                )
            );
        }

        return PriceLexicon.IsWord(plain[at]) ? WordTokens.Of(raw, plain, at)
            : plain[at] >= '\u2e80' && char.IsLetter(plain[at]) ? Characters(plain, at)
            : Sign(plain, at);
    }

    private bool IsUnit(ReadOnlySpan<char> plain, int at) =>
        lexicon.Match(plain, at) is { } unit && NumberTokens.IsUnit(unit.Phrase);

    private Token Characters(ReadOnlySpan<char> plain, int at)
    {
        var end = at + 1;
        while (
            end < plain.Length
            && (
                plain[end] == Pinyin.Nothing
                || (
                    plain[end] >= '\u2e80'
                    && char.IsLetter(plain[end])
                    && lexicon.Match(plain, end) is null
                )
            )
        )
        {
            end++;
        }

        return new(TokenSort.Characters, at, end);
    }

    private static Token Known(int at, (Phrase Phrase, int Length) match) =>
        new(
            TokenSort.Known,
            at,
            at + match.Length,
            match.Phrase.Sense,
            match.Phrase.Symbol,
            match.Phrase.Number
        );

    private static Token Sign(ReadOnlySpan<char> plain, int at) =>
        new(
            plain[at] is ',' or ';' or ':' or '(' or ')' or '—' or '|' or '·' or '/' or '['
                ? TokenSort.Break
                : TokenSort.Other,
            at,
            at + 1,
            Sign: plain[at] == ';' ? Token.Stop : 0
        );
}
