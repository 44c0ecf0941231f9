using MarketPulse.Alerts.Notices;

namespace MarketPulse.Alerts.Mails;

/// <summary>One message as a digest tells it.</summary>
/// <param name="Title">Its subject.</param>
/// <param name="Text">Its first sentence, and why it was made.</param>
/// <param name="Sparkline">A PNG, or null where there is no path to draw.</param>
/// <param name="SparklineAlt">The picture in words.</param>
public sealed record DigestRow(string Title, string Text, byte[]? Sparkline, string SparklineAlt)
{
    public static DigestRow Of(AlertContent content)
    {
        var closes = ChartSeries.Of(content)?.Closes ?? [];
        return new(
            AlertWords.Subject(content),
            $"{AlertWords.Lead(content)}{content.Words.Word(". ")}{Ended(content.Why, content.Words)}",
            Mails.Sparkline.Draw(closes),
            closes.Length == 0
                ? ""
                : content.Words[
                    $"{closes.Length} sessions: {Figures.Price(closes[0])} to {Figures.Price(closes[^1])}"
                ]
        );
    }

    public static DigestRow Of(Notice notice, string why, Wording words) =>
        new(notice.Subject, $"{notice.Lead}{words.Word(" ")}{Ended(why, words)}", null, "");

    private static string Ended(string why, Wording words) =>
        words[$"{words.Stored(MailText.Line(why, 400)).TrimEnd('.', '。')}."];
}
