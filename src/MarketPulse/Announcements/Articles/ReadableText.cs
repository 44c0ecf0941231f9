using System.Collections.Immutable;

namespace MarketPulse.Announcements.Articles;

/// <summary>An article's text as readers search it: folded, everything that isn't content blanked, cut into sentences.</summary>
/// <remarks>Every index is one into <see cref="Article.Text"/>.</remarks>
public sealed class ReadableText
{
    /// <summary>A longer stretch without a full stop is cut: what is said together stands closer than that.</summary>
    private const int LongestSentence = 1200;

    private ReadableText(string text, ImmutableArray<TextSpan> sentences) =>
        (Text, Sentences) = (text, sentences);

    /// <summary>As long as the article's text.</summary>
    public string Text { get; }

    /// <summary>In order, without white space around them.</summary>
    public ImmutableArray<TextSpan> Sentences { get; }

    public static ReadableText Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = string.Create(
            article.Text.Length,
            article,
            static (span, from) =>
            {
                span.Fill(' ');
                foreach (var content in from.Content)
                {
                    for (var i = content.Start; i < content.End; i++)
                    {
                        span[i] = CharacterFold.Fold(from.Text[i]);
                    }
                }

                // Lines stay apart, whatever was left out between them.
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = from.Text[i] is '\n' or '\r' ? '\n' : span[i];
                }
            }
        );
        return new(text, Cut(text));
    }

    /// <summary>The index of the sentence that an index lies in, or of the last one before it; −1 before the first.</summary>
    public int SentenceAt(int index)
    {
        var (low, high) = (0, Sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Sentences[middle].Start <= index ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static ImmutableArray<TextSpan> Cut(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (SentenceEnd.Is(text, i) || i - start >= LongestSentence)
            {
                Add(start, i + 1);
                start = i + 1;
            }
        }

        Add(start, text.Length);
        return sentences.ToImmutable();

        void Add(int from, int to)
        {
            var span = TextSpan.Trimmed(text, from, to);
            if (span.Length > 0)
            {
                sentences.Add(span);
            }
        }
    }
}
