using System.Text;
using System.Text.Json;
using System.Xml;
using FsCheck.Xunit;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

/// <summary>XmlReader's own reading of the whole document is the measure: what it reads, and what it refuses.</summary>
public class TextsAsideTests
{
    private const string Escaped = "&lt;p&gt;word &amp;amp; more&lt;/p&gt; ";

    private static readonly string Long = string.Concat(Enumerable.Repeat(Escaped, 5));

    private static readonly string[] Documents =
    [
        $"<rss version='2.0'><channel><title>t</title><item><title>{Long}</title><description>{Long}{Long}</description></item></channel></rss>",
        $"<?xml version='1.0'?><!-- > {Long} --><rss><channel><?a > {Long}?><item x='> {Long}' y=\"{Long}\">\n<link>l</link>{Long}<!-- {Long}<b>{Long}</b> -->{Long}<b/>{Long}</item></channel></rss>",
        $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>i</id><content type='xhtml'><div>{Long}<p>{Long} > {Long}</p>{Long}</div></content><summary>{Long}]]&gt;</summary></entry></feed>",
        $"<?xml-stylesheet href='<![CDATA['?><rss><!-- <![CDATA[{Long} --><channel><item><title><![CDATA[{Long}]]></title><link><![CDATA[0000000]]></link><guid><![CDATA[00000001]]></guid><author><![CDATA[0000000\n]]></author><description>{Long}<p/>{Long}<![CDATA[\r\n<p>{Long}</p>\r]]>{Long}\r</description></item></channel></rss>",
    ];

    [Fact]
    public void Of_Documents_TakesTextsOut()
    {
        foreach (var document in Documents)
        {
            using var aside = TextsAside.Of(Encoding.UTF8.GetBytes(document));
            Assert.NotNull(aside);
            Assert.True(aside.Rest.Count < document.Length - Long.Length);
            Assert.Equal(Whole(Encoding.UTF8.GetBytes(document)), Nodes(aside.Rest, aside));
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE rss>")]
    [InlineData("<!-- ")]
    [InlineData("<![CDATA[")]
    public void Of_DocumentTypeOrWhatHasNoEnd_TakesNothingOut(string markup) =>
        Assert.Null(TextsAside.Of(Encoding.UTF8.GetBytes(markup + Documents[0])));

    [Theory]
    [InlineData("&apos;&quot;&#38;&#x26;&#60;&#x3C;b&#62;")]
    [InlineData("&#8220;&#x201D;&#x1F600;&#233;&#00038;")]
    [InlineData("&#9;&#10;&#13;&#xD;&#32;")]
    [InlineData("&#0;")]
    [InlineData("&#x1F;")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#x1FFFE;")]
    [InlineData("&#xD800;")]
    [InlineData("&#x110000;")]
    [InlineData("&#99999999999;")]
    [InlineData("&#-1;")]
    [InlineData("&#+1;")]
    [InlineData("&#X41;")]
    [InlineData("&#41")]
    [InlineData("&#x;")]
    [InlineData("&#;")]
    [InlineData("&;")]
    [InlineData("& ")]
    [InlineData("&amp")]
    [InlineData("&LT;")]
    [InlineData("&nbsp;")]
    [InlineData("]]>")]
    [InlineData("]]&gt; > ]] >")]
    [InlineData("\r\n\r")]
    [InlineData("\u0001")]
    [InlineData("\u007f\u0085\u2028")]
    [InlineData("\ufffe")]
    [InlineData("\ufffd")]
    [InlineData("英伟达，é€😀")]
    public void Of_TextAtAnyPlace_ReadsAsTheWholeDoes(string text)
    {
        // Several bytes are looked at together: each place in a group is one.
        for (var start = 0; start < 70; start++)
        {
            Same($"<a>{new string('x', start)}{text}{Escaped}{text}</a>");
            Same($"<a>{Escaped}{Escaped}{new string('x', start)}{text}</a>");
            Same($"<a><![CDATA[{new string('x', start)}{text}]]></a>");
        }
    }

    [Fact]
    public void Of_InvalidUtf8_IsRefusedAsTheWholeIs()
    {
        foreach (
            var bad in (byte[][])
                [
                    [0x80],
                    [0xC3],
                    [0xED, 0xA0, 0x80],
                    [0xEF, 0xBF, 0xBF],
                ]
        )
        {
            byte[] body =
            [
                .. Encoding.UTF8.GetBytes($"<a>{Long}"),
                .. bad,
                .. Encoding.UTF8.GetBytes($"{Long}</a>"),
            ];
            Assert.Null(Whole(body));
            Assert.Null(Read(body));
        }
    }

    [Fact]
    public void Of_TextOfAnyLength_ReadsAsTheWholeDoes()
    {
        for (var length = 0; length < 200; length++)
        {
            var text = new string('x', length);
            Same($"<a><!-- --><b {text}<b/></a>");
            Same($"<a>{text}</a>");
            Same(
                $"<a b='{text}>{text}'>{text}<b/>{text}&amp;{text}<!--{text}-->{text}?><![CDATA[{text}]]></a>"
            );
        }
    }

    [Fact]
    public void Of_BlanksOnly_StayWhereTheyAre() =>
        Assert.Null(
            TextsAside.Of(
                Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("&#32;", 40))}</a>")
            )
        );

    [Property(MaxTest = 2000, Replay = "(20250318,1)")]
    public void Of_MutatedDocument_ReadsAsTheWholeDoes(
        byte document,
        (ushort At, byte Kind, byte Value)[] changes
    ) =>
        Same(Mutations.Of(Encoding.UTF8.GetBytes(Documents[document % Documents.Length]), changes));

    [Fact]
    public void Parse_DocumentWithTextsAside_GivesTheItemsOfTheWhole()
    {
        foreach (var document in Documents)
        {
            using var whole = XmlReader.Create(new StringReader(document), FeedParser.Settings);
            var items = JsonSerializer.Serialize(
                new FeedXml(whole, null, new FeedNotes()).Read().Items
            );
            byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(document)];
            foreach (var body in (byte[][])[Encoding.UTF8.GetBytes(document), wide])
            {
                Assert.Equal(items, JsonSerializer.Serialize(FeedParser.Parse(body).Items));
            }
        }
    }

    private static void Same(string document) => Same(Encoding.UTF8.GetBytes(document));

    private static void Same(byte[] document) => Assert.Equal(Whole(document), Read(document));

    private static List<string>? Whole(byte[] document) => Nodes(document, null);

    private static List<string>? Read(byte[] document)
    {
        using var aside = TextsAside.Of(document);
        return Nodes(aside?.Rest ?? document, aside);
    }

    /// <summary>What XmlReader reads, texts beside each other as one; null where it refuses.</summary>
    private static List<string>? Nodes(ArraySegment<byte> xml, TextsAside? aside)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(xml.Array!, xml.Offset, xml.Count),
            FeedParser.Settings
        );
        List<string> nodes = [];
        var text = new StringBuilder();
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    text.Append(
                        aside is not null && reader.NodeType == XmlNodeType.CDATA
                            ? aside.Find(reader.Value) ?? reader.Value
                            : reader.Value
                    );
                    continue;
                }

                nodes.Add(text.ToString());
                text.Clear();
                nodes.Add($"{reader.NodeType} {reader.Depth} {reader.Name}");
                while (reader.MoveToNextAttribute())
                {
                    nodes.Add($"{reader.Name}={reader.Value}");
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return nodes;
    }
}
