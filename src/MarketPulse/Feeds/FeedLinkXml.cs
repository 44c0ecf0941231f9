namespace MarketPulse.Feeds;

/// <summary>An item's link element → its draft's address.</summary>
internal sealed class FeedLinkXml(FeedXmlReader reader, FeedXmlTexts texts)
{
    /// <summary>Reads the present element.</summary>
    /// <param name="rank">How far its name gives way to others.</param>
    public void Read(ItemDraft draft, byte rank)
    {
        var isAlternate = reader.Attributes.IsAlternate();
        var baseAddress = reader.Attributes.Base();
        var written = reader.Attributes.Find("href");
        written = written is null ? texts.Text() : Skipping(written);
        if (!isAlternate)
        {
            return;
        }

        if (
            baseAddress is not null
            && FeedAddress.TryResolve(
                FeedAddress.Base(draft.Base, baseAddress),
                written,
                out var uri
            )
        )
        {
            written = uri.AbsoluteUri;
        }

        // Atom allows several; the first that is a web address is the page.
        draft.Tell(FeedField.Link, draft.Web(written) is null ? byte.MaxValue : rank, written);
    }

    private string Skipping(string value)
    {
        reader.Skip();
        return value;
    }
}
