namespace MarketPulse.Alerts.Notices;

/// <summary>What a notice's picture shows; the bars are read when the mail is written.</summary>
/// <param name="Day">The session that is marked, the last one shown.</param>
/// <param name="Bound">A close to draw a line at, dollars on that day's share count; null for none.</param>
/// <param name="From">The first session shown, where that is more than the usual two months before; null for those.</param>
public sealed record NoticeChart(
    string Symbol,
    DateOnly Day,
    double? Bound = null,
    DateOnly? From = null
);

/// <summary>A drawn one, with its words.</summary>
/// <param name="Alt">The picture told in a sentence.</param>
public sealed record NoticePicture(byte[] Png, string Alt);
