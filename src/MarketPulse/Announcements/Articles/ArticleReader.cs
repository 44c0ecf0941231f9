using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Articles;

/// <summary>Bytes or text → an article. Never throws on what it is given; what it leaves out it says in the notes.</summary>
public static class ArticleReader
{
    /// <summary>Bytes that are read of one article.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Characters of text that are read as content: several times the longest report.</summary>
    public const int MaxCharacters = 128 * 1024;

    /// <summary>Figures that are read of one article, by digits or Chinese numerals: more than a filing's tables hold on so many characters.</summary>
    public const int MaxFigures = 5000;

    /// <summary>Lines that are read of one article, empty ones included.</summary>
    public const int MaxLines = 10_000;

    public static Article Read(ArticleBytes source, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lexicon);
        var bytes = source.Bytes.Span;
        var notes = new List<string>();
        if (bytes.Length > MaxBytes)
        {
            notes.Add($"Only the first {MaxBytes} of {bytes.Length} bytes were read.");
            bytes = bytes[..MaxBytes];
        }

        var (text, encoding) = TextEncoding.Decode(bytes, source.ContentType);
        if (encoding is not null)
        {
            notes.Add($"Decoded as {encoding}.");
        }

        if (text.AsSpan(0, Math.Min(4096, text.Length)).Count('\0') > 3)
        {
            notes.Add("The bytes are no text: nothing was read. Give a text file or a web page.");
            text = "";
        }

        if (bytes.IsEmpty)
        {
            notes.Add("It is empty: give a text file or a web page.");
        }

        return Read(text, source, lexicon, notes);
    }

    /// <param name="text">As it stands: plain, or HTML.</param>
    public static Article Read(string text, Lexicon lexicon, DateOnly? publishedOn = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lexicon);
        return Read(text, new ArticleBytes(default, PublishedOn: publishedOn), lexicon, notes: []);
    }

    private static Article Read(
        string text,
        ArticleBytes source,
        Lexicon lexicon,
        List<string> notes
    )
    {
        switch (TextSort.Of(text, source.ContentType, source.Name))
        {
            case TextForm.Page:
                return ArticleLines.Read(HtmlPage.Read(text), source, lexicon, notes);
            case TextForm.Feed:
                notes.Add(
                    "This is a feed, not an article: its words are read as one text. 'marketpulse feed' lists its items."
                );
                return ArticleLines.Read(HtmlPage.Read(text), source, lexicon, notes);
            default:
                return ArticleLines.Read(PageText.Plain(text), source, lexicon, notes);
        }
    }
}
