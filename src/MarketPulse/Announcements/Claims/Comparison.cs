using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>A figure that a text sets beside another one.</summary>
/// <param name="Other">In the same unit.</param>
/// <param name="IsBase">Whether the first of the two is what the second grew from ("from 20 to 50").</param>
internal sealed partial record Comparison(Quantity Other, bool IsBase)
{
    /// <summary>What a quantity is compared with; null where with nothing.</summary>
    /// <param name="next">The next quantity of the text; null where there is none.</param>
    public static Comparison? Of(string text, Quantity quantity, TextSpan sentence, Quantity? next)
    {
        if (
            next is not null
            && next.Unit == quantity.Unit
            && next.Unit is not ("x" or "%")
            && next.Span.End <= sentence.End
        )
        {
            var between = text.AsSpan(quantity.Span.End, next.Span.Start - quantity.Span.End);
            var before = text.AsSpan(
                Math.Max(sentence.Start, quantity.Span.Start - 12)..quantity.Span.Start
            );
            if (From().IsMatch(before) && To().IsMatch(between))
            {
                return new(next, true);
            }

            return between.Length <= 120 && Against().IsMatch(between) ? new(next, false) : null;
        }

        // A figure between belongs to what is said in between.
        return
            Bare(text, quantity, sentence) is { } bare
            && !(next is not null && next.Span.Start <= bare.Span.Start)
            ? new(bare, false)
            : null;
    }

    /// <summary>"1,000 tokens a second against 100 for Hopper": the second figure has the first one's unit.</summary>
    private static Quantity? Bare(string text, Quantity quantity, TextSpan sentence)
    {
        if (quantity.Unit is "x" or "%" or "USD" or "EUR" or "CNY")
        {
            return null;
        }

        var rest = text[quantity.Span.End..Math.Min(sentence.End, quantity.Span.End + BareReach)];
        return
            BareFigure().Match(rest) is { Success: true } match
            && match.Groups["number"] is var number
            && Numeral.Value(number.Value, match.Groups["scale"].Value) is { } value
            ? new(
                value,
                quantity.Unit,
                new(
                    quantity.Span.End + number.Index,
                    quantity.Span.End + match.Index + match.Length
                ),
                match.Groups["scale"].Length > 0
            )
            : null;
    }

    /// <summary>Longer than the pattern of a bare figure can reach.</summary>
    private const int BareReach = 200;

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:\bfrom|从|由)[^,，]{0,8}$", Flags)]
    private static partial Regex From();

    [GeneratedRegex(@"\bto\b|到|至|增", Flags)]
    private static partial Regex To();

    [GeneratedRegex(
        @"\b(?:against|versus|vs|compared|than|from|while|whereas|up from|only|just|times)\b|而|比|相较|仅|高于|超过",
        Flags
    )]
    private static partial Regex Against();

    [GeneratedRegex(
        @"^[^.;。\n]{0,60}?\b(?:against|versus|vs\.?|compared (?:with|to)|up from|instead of|while [^,\d]{2,40} (?:manages?|does|did|managed))(?: (?:about|just|only|around|roughly))? (?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d.,]*\d)(?: (?<scale>thousand|million|billion|trillion))?(?! ?(?:%|percent|times|years?|months?|x\b))",
        Flags
    )]
    private static partial Regex BareFigure();
}
