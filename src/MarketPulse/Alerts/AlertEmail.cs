using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MarketPulse.Alerts.Mails;
using MarketPulse.Alerts.Templates;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>Writes the mail of a measured day: plain text, HTML and the picture inline.</summary>
/// <remarks>The same content gives the same bytes.</remarks>
public sealed class AlertEmail
{
    private const string Chart = "chart";

    /// <summary>Composes the mail.</summary>
    /// <param name="from">One mailbox, such as <c>MarketPulse &lt;alerts@example.org&gt;</c>.</param>
    /// <param name="to">One or more mailboxes, comma separated.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="from"/> or <paramref name="to"/> is more or less than addresses, the content has no announcement,
    /// or its Message-ID can't be one.
    /// </exception>
    [SuppressMessage(
        "Performance",
        "CA1822:Mark members as static",
        Justification = "Injected, so that a sender says what it needs."
    )]
    public async Task<MimeMessage> ComposeAsync(
        AlertContent content,
        string from,
        string to,
        CancellationToken ct
    )
    {
        if (content.Announcements.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An alert tells at least one announcement.");
        }

        var envelope = new MailEnvelope(content.MessageId, content.SentAt, from, to)
        {
            Dashboard = content.Dashboard,
        };
        var story = AlertStory.Of(content);
        var picture = AlertChart.Draw(content);
        var cid = envelope.PictureId(Chart);
        var html = await HtmlPage.RenderAsync<AlertMail>(
            new()
            {
                [nameof(AlertMail.Story)] = story,
                [nameof(AlertMail.ChartId)] = picture is null ? null : cid,
            },
            ct
        );
        return envelope.Seal(
            story.Subject,
            AlertText.Write(story),
            html,
            picture is null ? [] : ImmutableArray.Create((Chart, picture))
        );
    }
}
