using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads the numbers of a sentence: figures, dates with points, and what is only part of something else (10x, 11:30).</summary>
internal sealed class NumberTokens(PriceLexicon lexicon, ArticleLanguage language)
{
    public const string Fraction = "百分之";

    public Token Read(ReadOnlySpan<char> plain, int at)
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
            language == ArticleLanguage.Chinese ? plain[..GluedNumbers.End(plain, at)] : plain,
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

    /// <summary>".9%": a figure whose nought is left out.</summary>
    public Token BelowOne(ReadOnlySpan<char> plain, int at)
    {
        var digits = Read(plain, at + 1);
        var places = digits.End - at - 1;
        return digits is { Sort: TokenSort.Number, Decimals: 0 } && places <= 4
            ? digits with
            {
                Start = at,
                Number = digits.Number / Math.Pow(10, places),
                Decimals = places,
                Sign = SignBefore(plain, at),
            }
            : digits with
            {
                Start = at,
                Sort = TokenSort.AttachedNumber,
            };
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

    public static bool IsUnit(Phrase phrase) =>
        (
            phrase.Sense
            & (
                Sense.Dollar
                | Sense.Foreign
                | Sense.Percent
                | Sense.Points
                | Sense.Magnitude
                | Sense.Yuan
            )
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

    public static Token Fractional(ReadOnlySpan<char> plain, int at)
    {
        var start = at + Fraction.Length;
        if (start < plain.Length && char.IsAsciiDigit(plain[start]))
        {
            var figure = NumberScanner.Read(plain, start, commaIsDecimal: false);
            return Percent(at, start + figure.Length, figure.Value, figure.Decimals);
        }

        var (length, value, decimals) = ChineseNumerals.Read(plain, start);
        return length > 0
            ? Percent(at, start + length, value, decimals)
            : new(TokenSort.Characters, at, start);
    }

    public static Token Percent(int start, int end, double value, int decimals) =>
        new(
            double.IsNaN(value) ? TokenSort.AttachedNumber : TokenSort.Number,
            start,
            end,
            Sense.Percent,
            Number: double.IsNaN(value) ? 0 : value,
            Decimals: decimals
        );

    /// <summary>三点四三个百分点, 一百一十五点四三美元: a unit follows the numerals.</summary>
    public static bool IsMeasured(ReadOnlySpan<char> plain, int end) =>
        end < plain.Length
        && (
            plain[end..].StartsWith("个百分点", StringComparison.Ordinal)
            || plain[end..].StartsWith("美元", StringComparison.Ordinal)
            || plain[end..].StartsWith("美金", StringComparison.Ordinal)
            || plain[end] == '%'
        );
}
