using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Divides a sentence into wordings of the lexicon, numbers, signs, and words that say nothing of prices.</summary>
internal sealed class Tokenizer(PriceLexicon lexicon, ArticleLanguage language)
{
    private const string Fraction = "百分之";

    /// <summary>The sentence's tokens in order, placed in the whole text.</summary>
    public List<Token> Read(string text, TextSpan sentence)
    {
        var raw = text.AsSpan(sentence.Start, sentence.Length);
        var plain = PlainCharacters.Of(raw).AsSpan();
        var tokens = new List<Token>();
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
        if (char.IsAsciiDigit(plain[at]))
        {
            // "52-week" and "10-year" are wordings, not figures.
            return lexicon.Match(plain, at) is { } worded ? Known(at, worded) : Number(plain, at);
        }

        if (plain[at..].StartsWith(Fraction, StringComparison.Ordinal))
        {
            return Fractional(plain, at);
        }

        if (SpokenNumbers.Tenths(plain, at) is { Length: > 0 } tenths)
        {
            return Percent(at, at + tenths.Length, tenths.Value, 0);
        }

        if (
            SpokenNumbers.InChinese(plain, at) is { Length: > 1 } numerals
            && IsMeasured(plain, at + numerals.Length)
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

        var boundary =
            at == 0 || !PriceLexicon.IsWord(plain[at - 1]) || !PriceLexicon.IsWord(plain[at]);
        if (boundary && lexicon.Match(plain, at) is { } match)
        {
            return Known(at, (Meant(raw[at], match.Phrase), match.Length));
        }

        return PriceLexicon.IsWord(plain[at]) ? Word(raw, plain, at)
            : plain[at] >= '\u2e80' && char.IsLetter(plain[at]) ? Characters(plain, at)
            : Sign(plain, at);
    }

    /// <summary>三点四三个百分点, 一百一十五点四三美元: a unit follows the numerals.</summary>
    private static bool IsMeasured(ReadOnlySpan<char> plain, int end) =>
        end < plain.Length
        && (
            plain[end..].StartsWith("个百分点", StringComparison.Ordinal)
            || plain[end..].StartsWith("美元", StringComparison.Ordinal)
            || plain[end..].StartsWith("美金", StringComparison.Ordinal)
            || plain[end] == '%'
        );

    /// <summary>"May" is the month, "may" the verb.</summary>
    private static Phrase Meant(char first, Phrase phrase) =>
        phrase.Sense != (Sense.Month | Sense.Hypothetical) ? phrase
        : char.IsUpper(first) ? phrase with { Sense = Sense.Month }
        : phrase with { Sense = Sense.Hypothetical };

    private static Token Known(int at, (Phrase Phrase, int Length) match) =>
        new(
            TokenSort.Known,
            at,
            at + match.Length,
            match.Phrase.Sense,
            match.Phrase.Symbol,
            match.Phrase.Number
        );

    private Token Number(ReadOnlySpan<char> plain, int at)
    {
        if (DottedDates.Read(plain, at, language) is { Length: > 0 } dated)
        {
            return new(
                TokenSort.Known,
                at,
                at + dated.Length,
                Sense.DottedDate,
                Number: dated.Number
            );
        }

        var (length, value, decimals) = NumberScanner.Read(
            plain,
            at,
            language == ArticleLanguage.German
        );
        var end = at + length;
        var attached =
            (end < plain.Length && IsAttachedAfter(plain, end))
            || double.IsNaN(value)
            || IsMinutes(plain, at);
        return new(
            attached ? TokenSort.AttachedNumber : TokenSort.Number,
            at,
            end,
            Number: double.IsNaN(value) ? 0 : value,
            Decimals: decimals,
            Sign: SignBefore(plain, at)
        );
    }

    /// <summary>The 30 of 11:30.</summary>
    private static bool IsMinutes(ReadOnlySpan<char> plain, int at) =>
        at >= 2 && plain[at - 1] == ':' && char.IsAsciiDigit(plain[at - 2]);

    /// <summary>10x, 7nm, 18th; but 600bn, 3.4pct and 115.43USD are a number and its unit.</summary>
    private bool IsAttachedAfter(ReadOnlySpan<char> plain, int end) =>
        (
            PriceLexicon.IsWord(plain[end])
            && (lexicon.Match(plain, end) is not { } unit || !IsUnit(unit.Phrase))
        )
        || (
            plain[end] == '-'
            && end + 1 < plain.Length
            && char.IsAsciiLetter(plain[end + 1])
            && !Follows(plain, end + 1)
        )
        || (plain[end] == ':' && end + 1 < plain.Length && char.IsAsciiDigit(plain[end + 1]));

    private bool Follows(ReadOnlySpan<char> plain, int at) =>
        lexicon.Match(plain, at) is { } unit && IsUnit(unit.Phrase);

    private static bool IsUnit(Phrase phrase) =>
        (
            phrase.Sense
            & (Sense.Dollar | Sense.Foreign | Sense.Percent | Sense.Points | Sense.Magnitude)
        ) != 0;

    /// <summary>A sign belongs to a number that it touches (a currency between) where no figure or word touches the sign.</summary>
    private static int SignBefore(ReadOnlySpan<char> plain, int at)
    {
        var i = at - 1;
        if (i >= 0 && plain[i] == '$')
        {
            i--;
        }

        if (i < 0 || plain[i] is not ('+' or '-'))
        {
            return 0;
        }

        return i > 0 && (PriceLexicon.IsWord(plain[i - 1]) || plain[i - 1] is '%' or '$') ? 0
            : plain[i] == '+' ? 1
            : -1;
    }

    private static Token Fractional(ReadOnlySpan<char> plain, int at)
    {
        var start = at + Fraction.Length;
        if (start < plain.Length && char.IsAsciiDigit(plain[start]))
        {
            var figure = NumberScanner.Read(plain, start, commaIsDecimal: false);
            return Percent(at, start + figure.Length, figure.Value, figure.Decimals);
        }

        var (length, value, decimals) = SpokenNumbers.InChinese(plain, start);
        return length > 0
            ? Percent(at, start + length, value, decimals)
            : new(TokenSort.Characters, at, start);
    }

    private static Token Percent(int start, int end, double value, int decimals) =>
        new(
            double.IsNaN(value) ? TokenSort.AttachedNumber : TokenSort.Number,
            start,
            end,
            Sense.Percent,
            Number: double.IsNaN(value) ? 0 : value,
            Decimals: decimals
        );

    private static Token Word(ReadOnlySpan<char> raw, ReadOnlySpan<char> plain, int at)
    {
        var end = at + 1;
        while (end < plain.Length && PriceLexicon.IsWord(plain[end]))
        {
            end++;
        }

        if (SpokenNumbers.InEnglish(plain[at..end]) is { } spoken)
        {
            var half = SpokenNumbers.HalfBehind(plain[end..]);
            return half > 0
                ? new(TokenSort.Number, at, end + half, Number: spoken + 0.5)
                : new(TokenSort.Number, at, end, Number: spoken);
        }

        if (SpokenNumbers.InGerman(plain[at..end], plain[end..]) is { } german)
        {
            return new(TokenSort.Number, at, end, Number: german);
        }

        var capitals = true;
        foreach (var c in raw[at..end])
        {
            capitals &= char.IsAsciiLetterUpper(c);
        }

        return new(
            capitals && end - at is >= 2 and <= 5 ? TokenSort.Capitals
                : char.IsUpper(raw[at]) ? TokenSort.Capitalised
                : TokenSort.Word,
            at,
            end
        );
    }

    private Token Characters(ReadOnlySpan<char> plain, int at)
    {
        var end = at + 1;
        while (
            end < plain.Length
            && plain[end] >= '\u2e80'
            && char.IsLetter(plain[end])
            && lexicon.Match(plain, end) is null
        )
        {
            end++;
        }

        return new(TokenSort.Characters, at, end);
    }

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
