using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using MarketPulse.Alerts;

namespace MarketPulse.Queries;

/// <summary>Decisions about alerts as an Atom feed (RFC 4287). Pure.</summary>
public static class AlertFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    public static byte[] Write(IReadOnlyList<AlertAnswer> alerts)
    {
        var feed = new SyndicationFeed(
            "MarketPulse: alerts",
            "What was decided about each announcement's day, and why.",
            null
        )
        {
            Id = "urn:marketpulse:alerts",
            // Of what it tells, not of when it was asked: unchanged alerts are an unchanged feed.
            LastUpdatedTime =
                alerts.Count == 0 ? DateTimeOffset.UnixEpoch : alerts.Max(a => a.DecidedAt),
            Items = [.. alerts.Select(Entry)],
        };
        feed.Authors.Add(new SyndicationPerson { Name = "MarketPulse" });
        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                bytes,
                new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }
            )
        )
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem Entry(AlertAnswer alert) =>
        new()
        {
            Id =
                $"urn:marketpulse:alert:{Uri.EscapeDataString($"{alert.Symbol}:{alert.AnnouncementId}:{alert.Rule}")}",
            Title = new(
                Clean(
                    $"{alert.Symbol}, {alert.EventDay:yyyy-MM-dd}, {EnumNames<NotifyDecision>.Of(alert.Decision)}: {alert.Title}"
                )
            ),
            Content = new TextSyndicationContent(
                Clean($"{alert.Rule}: {alert.Reason}. {alert.Mail}".TrimEnd())
            ),
            LastUpdatedTime = alert.DecidedAt,
            PublishDate = alert.DecidedAt,
        };

    // XML has no way to write most control characters, and feeds do send them.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(r => !Rune.IsControl(r) && r.Value is not (0xFFFE or 0xFFFF or 0xFFFD))
        );
}
