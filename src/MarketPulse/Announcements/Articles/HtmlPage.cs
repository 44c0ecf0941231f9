using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace MarketPulse.Announcements.Articles;

/// <summary>A web page's article: its blocks of prose without navigation, scripts and links, and what its metadata say.</summary>
/// <remarks>
/// Reads the tokens of AngleSharp's tokenizer without building a tree: time and memory stay proportional to the page however
/// deep its elements are nested, and text inside broken markup is found all the same.
/// </remarks>
internal static class HtmlPage
{
    public static PageText Read(string html)
    {
        var metadata = new PageMetadata();
        var blocks = new PageBlocks();
        using var source = new TextSource(new StringTextSource(html));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = (
                ref AngleSharp.Html.Parser.Tokens.Struct.StructHtmlToken _,
                ReadOnlyMemory<char> name
            ) => PageTag.Reads(name.Span),
        };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return Assemble(blocks, metadata);
                case HtmlTokenType.StartTag:
                    var tag = PageTag.Of(ref token);
                    tokenizer.State = tag.ContentMode;
                    metadata.Open(tag);
                    blocks.Open(tag);
                    break;
                case HtmlTokenType.EndTag:
                    var name = token.Name.ToString();
                    metadata.Close(name);
                    blocks.Close(name);
                    break;
                case HtmlTokenType.Character:
                    var text = token.Data.Memory;
                    if (!metadata.Take(text))
                    {
                        blocks.Take(text.Span);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static PageText Assemble(PageBlocks blocks, PageMetadata metadata)
    {
        var title = metadata.Title(blocks.Heading);
        var body = blocks.Prose();
        var notes = new List<string>();
        if (body.Count == 0)
        {
            notes.Add("The page has no prose: it may build its text with a script.");
        }

        if (title is not null && !body.Contains(title))
        {
            body.Insert(0, title);
        }

        return new(
            string.Join('\n', body),
            title,
            metadata.Published ?? blocks.Published,
            metadata.CanonicalUrl,
            notes
        );
    }
}
