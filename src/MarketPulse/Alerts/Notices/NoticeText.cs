using MarketPulse.Alerts.Mails;

namespace MarketPulse.Alerts.Notices;

/// <summary>A notice as plain text: what the HTML says.</summary>
public static class NoticeText
{
    /// <returns>Lines ended by a line feed.</returns>
    public static string Write(
        Notice notice,
        string why,
        string picture,
        MailEnvelope envelope,
        Wording words
    )
    {
        var text = new PlainText().Wrap(notice.Headline).Wrap(notice.Lead);
        foreach (var line in notice.Lines)
        {
            text.Break()
                .Wrap(line.Value.Length > 0 ? words[$"{line.Label}: {line.Value}"] : line.Label);
            if (line.Text.Length > 0)
            {
                text.Wrap(line.Text, "  ");
            }
        }

        if (notice.Links.Length > 0)
        {
            text.Break().Wrap(words.Word("Told by:"));
            foreach (var link in notice.Links)
            {
                text.Line($"  {link.Text}: {link.Address}");
            }
        }

        if (picture.Length > 0)
        {
            text.Heading(words.Word("The picture")).Wrap(picture);
        }

        text.Break();
        foreach (var small in notice.Small)
        {
            text.Wrap(small);
        }

        return text.Wrap(words[$"Why this mail: {why}"])
            .End(MailText.Link(envelope.Dashboard), envelope.Silence, words)
            .ToString();
    }
}
