using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using CodeHollow.FeedReader;
using MarketPulse.Feeds;

namespace MarketPulse.Benchmarks.Feeds;

/// <summary>
/// Reading of well-formed feeds beside SyndicationFeed and CodeHollow.FeedReader, on the same bytes in the same run. Processor time
/// is measured, not the clock's, so that what else the machine does counts little.
/// </summary>
internal static class FeedSpeed
{
    private const int WarmUp = 25;
    private const int Rounds = 15;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(40);

    /// <summary>Prints the median time of each and its ratio to SyndicationFeed's; fails where ours is slower.</summary>
    public static int Run()
    {
        var isSlower = false;
        Console.WriteLine(
            "feed              items  MarketPulse  SyndicationFeed  its text plain  CodeHollow   MarketPulse ÷ SyndicationFeed"
        );
        // The runtime needs some time to compile what reads them for good, whichever is measured first.
        foreach (var (_, body) in FeedSamples.All())
        {
            _ = Measure(Readers(body), WarmUp);
        }

        foreach (var (name, body) in FeedSamples.All())
        {
            var readers = Readers(body);
            var times = Measure(readers, Rounds);
            var ratio = times[0] / times[1];
            isSlower |= ratio > 1;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -16} {readers[0](), 6} {times[0], 9:0.0} µs {times[1], 13:0.0} µs {times[2], 12:0.0} µs {times[3], 8:0.0} µs  {ratio, 5:0.00}"
                )
            );
        }

        return isSlower ? 1 : 0;
    }

    private static Func<int>[] Readers(byte[] body) =>
        [
            () => FeedParser.Parse(body).Items.Count,
            () => Syndication(body, isPlain: false),
            () => Syndication(body, isPlain: true),
            () => FeedReader.ReadFromByteArray(body).Items.Count,
        ];

    /// <summary>The median time of each reader, in turns, so that what else the machine does falls on all.</summary>
    private static double[] Measure(Func<int>[] readers, int rounds)
    {
        var times = readers.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < rounds; i++)
        {
            for (var r = 0; r < readers.Length; r++)
            {
                times[r].Add(Time(readers[r]));
            }
        }

        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    /// <summary>
    /// The fields that ours reads, touched: SyndicationFeed reads dates and links when they are asked for, and leaves the text's
    /// markup to who reads it.
    /// </summary>
    private static int Syndication(byte[] body, bool isPlain)
    {
        using var reader = XmlReader.Create(new MemoryStream(body));
        var count = 0;
        foreach (var item in SyndicationFeed.Load(reader).Items)
        {
            _ = item.PublishDate;
            _ = item.LastUpdatedTime;
            _ = item.Links.Count > 0 ? item.Links[0].GetAbsoluteUri() : null;
            if (isPlain)
            {
                _ = FeedText.Plain(item.Title?.Text);
                _ = FeedText.Plain(item.Summary?.Text);
            }

            count++;
        }

        return count;
    }

    /// <summary>Microseconds of processor time a call.</summary>
    private static double Time(Func<int> read)
    {
        var (started, calls) = (Environment.CpuUsage.TotalTime, 0);
        TimeSpan spent;
        do
        {
            read();
            calls++;
            spent = Environment.CpuUsage.TotalTime - started;
        } while (spent < Round);

        return spent.TotalMicroseconds / calls;
    }
}
