using System.Globalization;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>Does the sums that a text states: a ratio beside two figures, a doubling, a product of two multiples.</summary>
internal sealed partial class ClaimArithmetic(ReadableText text)
{
    /// <summary>Figures that are remembered: what a sum is of stands close before it.</summary>
    private const int Remembered = 24;

    /// <summary>How far before a result the word stands that makes it one ("so", 因此).</summary>
    private const int ThereforeReach = 200;

    private readonly List<Quantity> _earlier = [];

    /// <summary>The sum that a figure takes part in, in words that end in "holds" or "doesn't hold"; null where the text states none.</summary>
    public string? Of(Quantity main, Quantity? other, TextSpan sentence)
    {
        var sum =
            other is not null ? Ratio(main, other, sentence)
            : main.Unit == "x" ? Ratio(main) ?? Product(main, sentence)
            : Doubling(main, sentence);
        _earlier.Add(main);
        if (other is not null)
        {
            _earlier.Add(other);
        }

        if (_earlier.Count > Remembered)
        {
            _earlier.RemoveRange(0, _earlier.Count - Remembered);
        }

        return sum;
    }

    /// <summary>"50 against 20, 1.5 times higher": higher by 1.5 times is 2.5 times as much; both readings are accepted and said.</summary>
    private string? Ratio(Quantity main, Quantity other, TextSpan sentence)
    {
        if (main.Value <= 0 || other.Value <= 0)
        {
            return null;
        }

        var words = text.Text[sentence.Start..sentence.End];
        for (var match = Times().Match(words); match.Success; match = match.NextMatch())
        {
            var at = sentence.Start + match.Index;
            if (main.Span.Covers(at) || other.Span.Covers(at))
            {
                continue;
            }

            if (Numeral.Value(match.Groups["number"].Value) is { } stated)
            {
                return Ratio(main.Value, other.Value, stated, match.Groups["number"].Value);
            }
        }

        return null;
    }

    private static string Ratio(double main, double other, double stated, string written)
    {
        var ratio = main / other;
        var sum = $"{Figure(main)} / {Figure(other)} = {Figure(ratio)}";
        var slack = Precision(written);
        return Math.Abs(ratio - 1 - stated) <= slack
                ? $"{sum}, which is {Figure(stated)} times higher: holds"
            : Math.Abs(ratio - stated) <= slack ? $"{sum}, {Figure(stated)} times: holds"
            : $"{sum}, not {Figure(stated)} times: doesn't hold";
    }

    /// <summary>The multiple itself, right after the two figures that it compares.</summary>
    private string? Ratio(Quantity multiple)
    {
        if (
            _earlier is not [.., var main, var other]
            || main.Unit != other.Unit
            || main.Unit is "x" or "%"
            || text.SentenceAt(main.Span.Start) != text.SentenceAt(multiple.Span.Start)
        )
        {
            return null;
        }

        return main.Value > 0 && other.Value > 0
            ? Ratio(main.Value, other.Value, multiple.Value, Figure(multiple.Value))
            : null;
    }

    /// <summary>"So 100 times in all", after 10 times and 10 times.</summary>
    private string? Product(Quantity main, TextSpan sentence)
    {
        var from = Math.Max(sentence.Start, main.Span.Start - ThereforeReach);
        if (!Therefore().IsMatch(text.Text.AsSpan(from, main.Span.Start - from)))
        {
            return null;
        }

        var factors = _earlier.FindAll(q =>
            q.Unit == "x" && IsSameParagraph(q.Span.Start, main.Span.Start)
        );
        if (factors is not [.., var first, var second])
        {
            return null;
        }

        var product = first.Value * second.Value;
        var sum = $"{Figure(first.Value)} × {Figure(second.Value)} = {Figure(product)}";
        return Math.Abs(product - main.Value) <= main.Value * 0.005
            ? $"{sum}: holds"
            : $"{sum}, not {Figure(main.Value)}: doesn't hold";
    }

    /// <summary>"Doubling to 100 petaflops": twice a figure of the same unit before it.</summary>
    private string? Doubling(Quantity main, TextSpan sentence)
    {
        var from = Math.Max(sentence.Start, main.Span.Start - 60);
        if (!Doubled().IsMatch(text.Text.AsSpan(from, main.Span.Start - from)))
        {
            return null;
        }

        var half = _earlier.FindLast(q =>
            q.Unit == main.Unit && Math.Abs((q.Value * 2) - main.Value) <= main.Value * 0.005
        );
        return half is not null ? $"{Figure(main.Value)} = 2 × {Figure(half.Value)}: holds" : null;
    }

    private bool IsSameParagraph(int earlier, int later) =>
        text.Text.AsSpan(earlier, later - earlier).IndexOf('\n') < 0;

    /// <summary>Half a unit of the last digit that is written.</summary>
    private static double Precision(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        return (0.5 * Math.Pow(10, point < 0 ? 0 : point - written.Length + 1)) + 1e-9;
    }

    private static string Figure(double value) =>
        value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("(?<number>" + Numeral.Pattern + @")(?: ?倍|[- ]?(?:times|fold|x\b|×))", Flags)]
    private static partial Regex Times();

    [GeneratedRegex(
        @"因此|所以|最终|一共|合计|总共|相乘|\b(?:so|therefore|thus|in total|altogether|combined|multipl|resulting|overall|hence|as a result)",
        Flags
    )]
    private static partial Regex Therefore();

    [GeneratedRegex(@"翻倍|翻番|翻一番|两倍|\bdoubl|\btwice\b", Flags)]
    private static partial Regex Doubled();
}
