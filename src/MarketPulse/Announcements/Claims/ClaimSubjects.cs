using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>What a figure or a promise is about, by the names around it.</summary>
/// <remarks>
/// The nearest product before it in its sentence, else the first after it. A product that another one only uses ("with Vera",
/// 集成了 Blackwell Ultra 的 GB300) steps back behind the other. "This chip" is what the sentence before was about.
/// </remarks>
internal sealed partial class ClaimSubjects
{
    private readonly ReadableText _text;
    private readonly ImmutableArray<Mention> _made;
    private readonly ImmutableArray<Mention> _companies;
    private readonly HashSet<TextSpan> _complements;
    private readonly HashSet<TextSpan> _bases;

    /// <summary>Asked for again by every figure of a sentence.</summary>
    private readonly Dictionary<TextSpan, ImmutableArray<Mention>> _products = [];

    public ClaimSubjects(ReadableText text, ImmutableArray<Mention> mentions)
    {
        _text = text;
        _made = [.. mentions.Where(m => LexiconTypes.IsMade(m.Type))];
        _companies = [.. mentions.Where(m => m.Type == LexiconTypes.Company)];
        _bases = [.. _made.Where(IsBase).Select(m => m.Span)];
        _complements = [.. _made.Where(IsComplement).Select(m => m.Span)];
    }

    /// <summary>The products that a stretch names; those that others only use come only where there is no other.</summary>
    public ImmutableArray<Mention> Products(TextSpan within)
    {
        if (!_products.TryGetValue(within, out var products))
        {
            _products[within] = products = LeadingProducts(within);
        }

        return products;
    }

    private ImmutableArray<Mention> LeadingProducts(TextSpan within)
    {
        ImmutableArray<Mention> all = [.. In(_made, within).Where(m => !_bases.Contains(m.Span))];
        ImmutableArray<Mention> leading = [.. all.Where(m => !_complements.Contains(m.Span))];
        return leading.Length > 0 ? leading : all;
    }

    /// <summary>Whether a text speaks of a product itself, not of what another one has or is measured against.</summary>
    public bool IsLeading(Mention mention) =>
        !_complements.Contains(mention.Span) && !_bases.Contains(mention.Span);

    /// <summary>The products that a stretch names, whatever part they have in it.</summary>
    public ImmutableArray<Mention> Named(TextSpan within) => [.. In(_made, within)];

    /// <summary>The product that a sentence only measures against ("40x faster than Hopper"); null where it names none.</summary>
    public string? BaseOf(TextSpan figure, TextSpan sentence) =>
        In(_made, new(figure.End, sentence.End)).FirstOrDefault(m => _bases.Contains(m.Span))?.Name
        ?? In(_made, new(Math.Max(sentence.Start, figure.Start - 16), figure.Start))
            .LastOrDefault(m => _bases.Contains(m.Span))
            ?.Name;

    /// <summary>The product that a figure is about; null where its sentence names none.</summary>
    public string? ProductOf(TextSpan figure)
    {
        var index = _text.SentenceAt(figure.Start);
        if (index < 0)
        {
            return null;
        }

        var sentence = _text.Sentences[index];
        var before = new TextSpan(sentence.Start, figure.Start);
        if (
            Anaphor().IsMatch(_text.Text.AsSpan(sentence.Start, Math.Min(24, sentence.Length)))
            && SubjectOf(index - 1) is { } earlier
        )
        {
            var own = In(_made, before)
                .Where(m => !_complements.Contains(m.Span) && !_bases.Contains(m.Span));
            return own.LastOrDefault()?.Name ?? earlier;
        }

        var products = Products(sentence);
        return (
            products.FirstOrDefault(m =>
                m.Span.Start >= figure.End - 40
                && m.Span.End >= figure.End
                && m.Span.Start - figure.End < 3
                && !HasComma(figure.End, m.Span.Start)
            )
            ?? products.LastOrDefault(m => figure.Overlaps(m.Span))
            ?? products.LastOrDefault(m => m.Span.End <= figure.Start)
            ?? products.FirstOrDefault(m => m.Span.End > figure.Start && IsNear(figure, m.Span))
            ?? products.FirstOrDefault()
        )?.Name;
    }

    /// <summary>Whether a product and a figure stand in one clause: no comma between.</summary>
    public bool IsInClause(TextSpan figure) =>
        ProductOf(figure) is { } name
        && _text.SentenceAt(figure.Start) is >= 0 and var index
        && In(_made, _text.Sentences[index])
            .Any(m =>
                m.Name == name
                && _text
                    .Text.AsSpan(
                        Math.Min(m.Span.End, figure.End),
                        Math.Max(
                            0,
                            Math.Max(m.Span.Start, figure.Start) - Math.Min(m.Span.End, figure.End)
                        )
                    )
                    .IndexOfAny(',', '，', '、') < 0
            );

    /// <summary>The company nearest before a figure in its sentence, else the first in it; null where it names none.</summary>
    public string? CompanyOf(TextSpan figure)
    {
        var index = _text.SentenceAt(figure.Start);
        if (index < 0)
        {
            return null;
        }

        var companies = In(_companies, _text.Sentences[index]);
        return (
            companies.LastOrDefault(m => m.Span.End <= figure.Start) ?? companies.FirstOrDefault()
        )?.Name;
    }

    /// <summary>The company named last before a product in its sentence; null where none is.</summary>
    public string? CompanyBefore(TextSpan sentence, TextSpan product) =>
        In(_companies, new(sentence.Start, product.Start)).LastOrDefault()?.Name;

    /// <summary>The company named last in the two sentences before one; null where they name none.</summary>
    public string? CompanyBefore(int sentence)
    {
        for (var back = 1; back <= 2 && sentence - back >= 0; back++)
        {
            if (In(_companies, _text.Sentences[sentence - back]) is [.., var last])
            {
                return last.Name;
            }
        }

        return null;
    }

    /// <summary>What a sentence is mainly about: its last leading product, or what the sentences before were.</summary>
    public string? SubjectOf(int sentence)
    {
        // Farther back than two sentences, nothing tells what "it" means.
        for (var back = 0; back < 2 && sentence - back >= 0; back++)
        {
            if (Products(_text.Sentences[sentence - back]) is [.., var last])
            {
                return last.Name;
            }
        }

        return null;
    }

    private bool HasComma(int from, int to) =>
        from < to && _text.Text.AsSpan(from, to - from).IndexOfAny(",，、") >= 0;

    private static bool IsNear(TextSpan figure, TextSpan name) => name.Start - figure.End < 60;

    private static ArraySegment<Mention> In(ImmutableArray<Mention> mentions, TextSpan within)
    {
        var (low, high) = (0, mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) =
                mentions[middle].Span.Start < within.Start ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < mentions.Length && mentions[end].Span.End <= within.End)
        {
            end++;
        }

        // A view, no copy: a sentence may name many, and each of its figures asks.
        return new(ImmutableCollectionsMarshal.AsArray(mentions)!, low, end - low);
    }

    private bool IsBase(Mention mention)
    {
        var from = Math.Max(0, mention.Span.Start - 24);
        var before = _text.Text.AsSpan(from, mention.Span.Start - from);
        var to = Math.Min(_text.Text.Length, mention.Span.End + 8);
        return Than().IsMatch(before)
            // 是 H100 的两倍
            || (
                Is().IsMatch(before)
                && OfIt().IsMatch(_text.Text.AsSpan(mention.Span.End, to - mention.Span.End))
            );
    }

    private bool IsComplement(Mention mention)
    {
        var from = Math.Max(0, mention.Span.Start - 24);
        var before = _text.Text.AsSpan(from, mention.Span.Start - from);
        var to = Math.Min(_text.Text.Length, mention.Span.End + 6);
        return Before().IsMatch(before)
            || After().IsMatch(_text.Text.AsSpan(mention.Span.End, to - mention.Span.End));
    }

    [GeneratedRegex(
        @"^[""' ]?(?:该|这款|这一|此|其|它|后者|it\b|its\b|this (?:chip|gpu|platform|architecture|product|system)|the (?:chip|gpu|platform|processor|system|new chip|latter)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Anaphor();

    [GeneratedRegex(
        @"(?:\b(?:with|integrat(?:es|ing)|using|uses|on|running|runs|than|over|like|after|replac(?:es|ing)|succe(?:eds|eding|ssor to)|powered by|based on|equipped with|contain(?:s|ing)|combin(?:es|ing)|joins?|pack(?:s|ing)|of (?:two|four)|against|versus|vs\.?|compared (?:with|to)|for (?:the )?(?:current|existing|previous)) (?:the |a |an |its |today's |current |existing |previous |two |four |\d+ )*(?:(?:[a-z]+ )?(?:cpu|gpu|chip|processor|superchip|system|rack|architecture) )?(?:(?:called|named|dubbed) )?|(?:集成了?|装有|配备了?|内置|搭载了?|采用了?|基于|使用|脱手|运行|当和|和|与|跟|比|相比|相较|对比|面前|目前|包含|含有|由|结合在一齐的|在) ?(?:了|两块|两个|两颗|面前|目前|当前|现有|上一代|前一代)? ?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"(?:\b(?:than|over|against|versus|vs\.?|compared (?:with|to)|(?:twice|times|x|half) (?:that of|those of)?|that of|as fast as) (?:the |an? |its |today's |current |existing |previous )*|比[^,，\d]{0,6})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    private static partial Regex Than();

    [GeneratedRegex(@"是[^,，。\d]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Is();

    [GeneratedRegex(
        @"^ ?[^,，]{0,4}的 ?[\d一二三四五六七八九十百千两近约]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OfIt();

    [GeneratedRegex(
        @"^ ?(?:之后|以后|的继任|'s successor|上(?:脱手|运行|部署))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex After();
}
