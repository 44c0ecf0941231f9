using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>An article's sentences in tokens, each read once however often they are gone through.</summary>
internal sealed class ReadSentences(Article article, Tokenizer tokenizer)
{
    private List<Token[]>? _kept;

    // One list for all: what reads a sentence marks its tokens, and the kept ones must stay as they are.
    private readonly List<Token> _tokens = [];

    /// <summary>In order, to be marked; the list holds a sentence until the next is asked for.</summary>
    public IEnumerable<List<Token>> All()
    {
        if (_kept is null)
        {
            foreach (var sentence in Of(article))
            {
                yield return tokenizer.Read(article.Text, sentence);
            }

            yield break;
        }

        foreach (var sentence in _kept)
        {
            _tokens.Clear();
            _tokens.AddRange(sentence);
            yield return _tokens;
        }
    }

    /// <summary>In order, as they are before anything marks them; kept for <see cref="All"/>.</summary>
    public IEnumerable<IReadOnlyList<Token>> Kept() =>
        _kept ??= [.. Of(article).Select(s => tokenizer.Read(article.Text, s).ToArray())];

    /// <summary>In order; a row of signs without any word or figure says nothing.</summary>
    private static IEnumerable<TextSpan> Of(Article article) =>
        Sentences.Of(article).Where(s => HasWord(article.Text.AsSpan(s.Start, s.Length)));

    private static bool HasWord(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
