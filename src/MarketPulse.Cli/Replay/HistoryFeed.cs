using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace MarketPulse.Cli.Replay;

/// <summary>A bundled feed file, served as its server would have at an instant: only what had been published, the newest few.</summary>
internal sealed class HistoryFeed
{
    /// <summary>Entries that a feed holds at once, as real ones do.</summary>
    private const int Length = 40;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly XDocument _document;
    private readonly List<(DateTimeOffset At, XElement Entry)> _entries;

    public HistoryFeed(string path)
    {
        _document = XDocument.Load(path);
        var isAtom = _document.Root!.Name == Atom + "feed";
        IsAtom = isAtom;
        Container = isAtom ? _document.Root : _document.Root.Element("channel")!;
        _entries =
        [
            .. Container
                .Elements(isAtom ? Atom + "entry" : "item")
                .Select(e => (Instant(e.Element(isAtom ? Atom + "updated" : "pubDate")!.Value), e))
                .OrderByDescending(e => e.Item1),
        ];
        foreach (var (_, entry) in _entries)
        {
            entry.Remove();
        }
    }

    public bool IsAtom { get; }

    private XElement Container { get; }

    /// <summary>Every instant at which the feed changed (UTC).</summary>
    public IEnumerable<DateTimeOffset> Changes => _entries.Select(e => e.At);

    /// <summary>The feed's bytes at an instant, and when it last changed (UTC); null when it had no entry yet.</summary>
    public (byte[] Body, string ETag, DateTimeOffset? LastModified) At(DateTimeOffset now)
    {
        var published = _entries.Where(e => e.At <= now).Take(Length).ToList();
        var document = new XDocument(_document);
        var container = IsAtom ? document.Root! : document.Root!.Element("channel")!;
        container.Add(published.Select(e => new XElement(e.Entry)));
        // The file's own date is that of its newest entry ever; on the day the feed couldn't know it.
        container
            .Element(Atom + "updated")
            ?.SetValue(
                (published.Count > 0 ? published[0].At : DateTimeOffset.UnixEpoch).ToString(
                    "yyyy-MM-dd'T'HH:mm:ss'Z'",
                    CultureInfo.InvariantCulture
                )
            );
        var body = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        return (body, tag, published.Count > 0 ? published[0].At : null);
    }

    /// <summary>RFC 822 (RSS) or RFC 3339 (Atom), to UTC.</summary>
    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(
            // .NET reads GMT, not the American zone names that RFC 822 allows too.
            text.Trim()
                .Replace(" EST", " -0500", StringComparison.Ordinal)
                .Replace(" EDT", " -0400", StringComparison.Ordinal)
                .Replace(" PST", " -0800", StringComparison.Ordinal)
                .Replace(" PDT", " -0700", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
