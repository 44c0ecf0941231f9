using System.Globalization;
using System.Text;

namespace MarketPulse.Benchmarks.Feeds;

/// <summary>EDGAR's lists in their form, of made-up companies: Atom declared as ISO-8859-1, without and with a letter beyond ASCII.</summary>
internal static class EdgarSamples
{
    private const string Beginning = """
        <?xml version="1.0" encoding="ISO-8859-1" ?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>Latest Filings - Tue, 18 Mar 2025 17:00:00 EDT</title>
        <link rel="alternate" href="/cgi-bin/browse-edgar?action=getcurrent"/>
        <author><name>Webmaster</name><email>webmaster@sec.gov</email></author>
        <updated>2025-03-18T17:00:00-04:00</updated>

        """;

    private const string Items =
        "\n&lt;br&gt;Item 2.02: Results of Operations and Financial Condition\n&lt;br&gt;Item 9.01: Financial Statements and Exhibits";

    /// <summary>The latest filings of all companies: form, number, date and items stand in each entry's words alone.</summary>
    /// <param name="letter">One letter of each company's name.</param>
    public static byte[] Latest(int entries, char letter = 'e')
    {
        var feed = new StringBuilder(Beginning);
        for (var i = 0; i < entries; i++)
        {
            var (form, items) = i % 4 == 0 ? ("8-K", Items) : ("4", "");
            var number = Number(i);
            feed.Append(
                CultureInfo.InvariantCulture,
                $"""
                <entry>
                <title>{form} - M{letter}rrow Example Holdings, Inc. ({i:D10}) (Filer)</title>
                <link rel="alternate" type="text/html" href="{Address(i)}"/>
                <summary type="html">
                 &lt;b&gt;Filed:&lt;/b&gt; 2025-03-18 &lt;b&gt;AccNo:&lt;/b&gt; {number} &lt;b&gt;Size:&lt;/b&gt; {i} KB{items}
                </summary>
                <updated>2025-03-18T16:{i % 60:D2}:39-04:00</updated>
                <category scheme="https://www.sec.gov/" label="form type" term="{form}"/>
                <id>urn:tag:sec.gov,2008:accession-number={number}</id>
                </entry>

                """
            );
        }

        return Encoding.Latin1.GetBytes(feed.Append("</feed>\n").ToString());
    }

    /// <summary>One company's filings, which say the same in elements of their own too.</summary>
    public static byte[] Company(int entries)
    {
        var feed = new StringBuilder(Beginning);
        feed.Append(
            "<company-info><cik>0000000001</cik><conformed-name>Example Inc.</conformed-name></company-info>\n"
        );
        for (var i = 0; i < entries; i++)
        {
            var number = Number(i);
            feed.Append(
                CultureInfo.InvariantCulture,
                $"""
                    <entry>
                      <category label="form type" scheme="https://www.sec.gov/" term="8-K" />
                      <content type="text/xml">
                        <accession-number>{number}</accession-number>
                        <act>34</act>
                        <file-number>001-00001</file-number>
                        <file-number-href>https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&amp;filenum=001-00001&amp;owner=exclude&amp;count=40</file-number-href>
                        <filing-date>2025-03-18</filing-date>
                        <filing-href>{Address(i)}</filing-href>
                        <filing-type>8-K</filing-type>
                        <film-number>{i:D8}</film-number>
                        <form-name>Current report</form-name>
                        <items-desc>items 2.02 and 9.01</items-desc>
                        <size>314 KB</size>
                      </content>
                      <id>urn:tag:sec.gov,2008:accession-number={number}</id>
                      <link href="{Address(i)}" rel="alternate" type="text/html" />
                      <summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; 2025-03-18 &lt;b&gt;AccNo:&lt;/b&gt; {number} &lt;b&gt;Size:&lt;/b&gt; 314 KB{Items}</summary>
                      <title>8-K  - Current report</title>
                      <updated>2025-03-18T16:31:21-04:00</updated>
                    </entry>

                """
            );
        }

        return Encoding.Latin1.GetBytes(feed.Append("</feed>\n").ToString());
    }

    private static string Number(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{i + 1:D10}-25-{i:D6}");

    private static string Address(int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.sec.gov/Archives/edgar/data/{i + 1}/{i + 1:D10}25{i:D6}/{Number(i)}-index.htm"
        );
}
