using System.Globalization;
using System.Text;

namespace MarketPulse.Benchmarks.Feeds;

/// <summary>Well-formed feeds of the sorts that are watched, UTF-8 where their name doesn't say otherwise.</summary>
internal static class FeedSamples
{
    public static IEnumerable<(string Name, byte[] Body)> All()
    {
        yield return ("RSS, 20 items", Rss(20, Repeat(Escaped, 60)));
        yield return ("RSS, long texts", Rss(20, Repeat(Escaped, 600)));
        yield return ("RSS, 500 items", Rss(500, Repeat(Escaped, 60)));
        yield return ("RSS, CDATA", Rss(20, $"<![CDATA[{Repeat(Markup, 200)}]]>"));
        yield return (
            "RSS, plain text",
            Rss(20, Repeat("英伟达 reported revenue of $39.3 billion. ", 60))
        );
        yield return ("Atom, 40 entries", Atom(40));
        yield return ("EDGAR, latest", EdgarSamples.Latest(100));
        yield return ("EDGAR, latest 40", EdgarSamples.Latest(40));
        yield return ("EDGAR, Latin-1", EdgarSamples.Latest(40, 'é'));
        yield return ("EDGAR, company", EdgarSamples.Company(40));
    }

    private const string Markup = "<p>word &amp; more</p> ";
    private const string Escaped = "&lt;p&gt;word &amp;amp; more&lt;/p&gt; ";

    private static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Rss(int items, string text)
    {
        var feed = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Wire</title><link>https://e.org/</link><description>d</description>"
        );
        for (var i = 0; i < items; i++)
        {
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>Announcement {i}</title><link>https://e.org/{i}</link><guid isPermaLink=\"false\">{i}</guid><pubDate>Tue, 18 Mar 2025 17:00:00 GMT</pubDate><dc:creator>A. Writer</dc:creator><category>Cards</category><description>{text}</description></item>"
            );
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    private static byte[] Atom(int entries)
    {
        var feed = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Wire</title><id>f</id><updated>2025-03-18T17:00:00Z</updated>"
        );
        for (var i = 0; i < entries; i++)
        {
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<entry><id>urn:{i}</id><title>Filing {i}</title><link rel=\"alternate\" href=\"https://e.org/{i}\"/><updated>2025-03-18T13:00:00-04:00</updated><category term=\"8-K\"/><summary type=\"html\">&lt;b&gt;Filed:&lt;/b&gt; 2025-03-18</summary></entry>"
            );
        }

        return Encoding.UTF8.GetBytes(feed.Append("</feed>").ToString());
    }
}
