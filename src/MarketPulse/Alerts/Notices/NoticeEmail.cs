using MarketPulse.Alerts.Mails;
using MarketPulse.Alerts.Templates;
using MimeKit;

namespace MarketPulse.Alerts.Notices;

/// <summary>Writes the mail of a notice: plain text and HTML.</summary>
public static class NoticeEmail
{
    private const string Chart = "chart";

    /// <param name="picture">Null for none.</param>
    /// <exception cref="ArgumentException">An address or id of the envelope can't be one.</exception>
    public static async Task<MimeMessage> ComposeAsync(
        Notice notice,
        string why,
        MailEnvelope envelope,
        Wording words,
        NoticePicture? picture,
        CancellationToken ct
    )
    {
        why = words.Stored(why);
        notice = notice with
        {
            // Whatever was stored, nothing but http(s) is linked.
            Links =
            [
                .. from link in notice.Links
                let address = MailText.Link(link.Address)
                where address is not null
                select link with
                {
                    Address = address,
                },
            ],
        };
        var html = await HtmlPage.RenderAsync<NoticeMail>(
            new()
            {
                [nameof(NoticeMail.Notice)] = notice,
                [nameof(NoticeMail.PictureId)] = picture is null ? null : envelope.PictureId(Chart),
                [nameof(NoticeMail.PictureAlt)] = picture?.Alt ?? "",
                [nameof(NoticeMail.Why)] = why,
                [nameof(NoticeMail.Dashboard)] = MailText.Link(envelope.Dashboard),
                [nameof(NoticeMail.Silence)] = envelope.Silence,
                [nameof(NoticeMail.Words)] = words,
            },
            ct
        );
        return envelope.Seal(
            notice.Subject,
            NoticeText.Write(notice, why, picture?.Alt ?? "", envelope, words),
            html,
            picture is null ? [] : [(Chart, picture.Png)]
        );
    }
}
