using System.Text;
using FsCheck.Xunit;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

/// <summary>No bytes make the reader throw, or take more memory than a megabyte of input may.</summary>
public class FeedParserFuzzTests
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>
    /// All that is allocated on the way, so no less than what is held at any moment: what is held at most can't be measured in a
    /// test that shares its process with others, and this bounds it whenever the collector runs.
    /// </summary>
    private const long Most = 64L * Megabyte;

    private static readonly byte[][] Seeds = [.. FeedFixtures.All.Select(File.ReadAllBytes)];

    [Property(MaxTest = 2000, Replay = "(20250318,1)")]
    public bool Parse_MutatedFixture_NeverThrows(
        ushort fixture,
        (ushort At, byte Kind, byte Value)[] changes
    )
    {
        var body = Mutations.Of(Seeds[fixture % Seeds.Length], changes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = FeedParser.Parse(body, new Uri("https://e.org/feed"));
        return document.Items.All(i => i.Guid.Length > 0)
            && GC.GetAllocatedBytesForCurrentThread() - before < Most;
    }

    [Property(MaxTest = 1000, Replay = "(20250318,1)")]
    public bool Parse_AnyBytes_NeverThrows(byte[] body) => FeedParser.Parse(body) is not null;

    [Theory]
    [InlineData("", "<")]
    [InlineData("", "<a>")]
    [InlineData("<rss><channel>", "<a>")]
    [InlineData("<rss><channel><item><title>", "<b x='1'>")]
    [InlineData("<rss><channel><item><title>t</title>", "&")]
    [InlineData("<rss><channel><item><title>t</title><x y=\"", "z")]
    [InlineData("<rss><channel><item><title>t</title>", "<x y=\"</ ")]
    [InlineData("<rss><channel><item><description><![CDATA[", "<p>")]
    [InlineData("<rss><channel><item><description>", "<![CDATA[x]]>")]
    [InlineData("<rss><channel><item><description>", "<!--")]
    [InlineData("<rss><channel>", "<item/>")]
    [InlineData("<rss><channel>", "<item>")]
    [InlineData("<rss><channel>", "<item><title>t</title></item>")]
    [InlineData("<rss><channel><item>", "<category>c</category>")]
    [InlineData("<rss><channel>", "<x:y>")]
    [InlineData("<rss><channel><item ", "a='1' ")]
    [InlineData("<rss><channel><item ", "a{0}='1' ")]
    [InlineData("<rss ", "xmlns:a{0}='u' ")]
    [InlineData("<!DOCTYPE rss [", "<!ENTITY a \"b\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss><channel><title>", "&a;")]
    [InlineData("", "<?xml ?>")]
    [InlineData("{\"items\":", "[")]
    [InlineData("{\"items\":[", "{\"id\":1},")]
    [InlineData("{\"items\":[{\"a\":", "{\"a\":")]
    [InlineData("<html>", "<a>")]
    [InlineData("<html><title>", "x ")]
    [InlineData("<html>", "<script>")]
    [InlineData("<html>", "<meta name=date content='1 1 1'>")]
    [InlineData("<html><script type='application/ld+json'>", "[")]
    [InlineData("<html>", "<link rel=alternate type=rss href=x>")]
    public void Parse_MegabyteOfOneThing_StaysWithinItsMemory(string start, string unit)
    {
        var text = new StringBuilder(start, Megabyte + 64);
        for (var i = 0; text.Length < Megabyte; i++)
        {
            text.Append(unit.Replace("{0}", i.ToString("x", null), StringComparison.Ordinal));
        }

        var body = Encoding.ASCII.GetBytes(text.ToString(0, Megabyte));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(FeedParser.Parse(body));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
    }
}
