using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using MarketPulse.Feeds;

namespace MarketPulse.Benchmarks.Feeds;

/// <summary>Reading of well-formed feeds beside SyndicationFeed, on the same bytes in the same run.</summary>
internal static class FeedSpeed
{
    private const int Rounds = 15;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    /// <summary>Prints the median time of each and their ratio; fails where ours is slower.</summary>
    public static int Run()
    {
        var isSlower = false;
        Console.WriteLine("feed              items  MarketPulse  SyndicationFeed  ratio");
        foreach (var (name, body) in Feeds())
        {
            // In turns, so that what else the machine does falls on both.
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var i = 0; i <= Rounds; i++)
            {
                var (mine, other) = (Time(() => Ours(body)), Time(() => Syndication(body)));
                if (i > 0)
                {
                    ours.Add(mine);
                    theirs.Add(other);
                }
            }

            var (median, reference) = (Median(ours), Median(theirs));
            isSlower |= median > reference;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -16} {Ours(body), 6} {median, 9:0.0} µs {reference, 13:0.0} µs  {median / reference, 5:0.00}"
                )
            );
        }

        return isSlower ? 1 : 0;
    }

    private static int Ours(byte[] body) => FeedParser.Parse(body).Items.Count;

    /// <summary>The same fields, touched: SyndicationFeed reads dates and links when they are asked for.</summary>
    private static int Syndication(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body));
        var count = 0;
        foreach (var item in SyndicationFeed.Load(reader).Items)
        {
            _ = item.PublishDate;
            _ = item.LastUpdatedTime;
            _ = item.Links.Count > 0 ? item.Links[0].GetAbsoluteUri() : null;
            count++;
        }

        return count;
    }

    /// <summary>Microseconds a call.</summary>
    private static double Time(Func<int> read)
    {
        var (started, calls) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(started) < Round)
        {
            read();
            calls++;
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / calls;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static IEnumerable<(string Name, byte[] Body)> Feeds()
    {
        yield return ("RSS, 20 items", Rss(20, 60));
        yield return ("RSS, long texts", Rss(20, 600));
        yield return ("RSS, 500 items", Rss(500, 60));
        yield return ("Atom, 40 entries", Atom(40));
    }

    private static byte[] Rss(int items, int words)
    {
        var text = string.Concat(
            Enumerable.Repeat("&lt;p&gt;word &amp;amp; more&lt;/p&gt; ", words)
        );
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
