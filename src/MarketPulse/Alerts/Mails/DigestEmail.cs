using System.Collections.Immutable;
using MarketPulse.Alerts.Templates;
using MimeKit;

namespace MarketPulse.Alerts.Mails;

/// <summary>Writes several messages as one mail: a table with a sparkline a row.</summary>
public static class DigestEmail
{
    /// <summary>More rows than this are counted, not shown: a mail of more than about 100 KB is cut by the biggest webmail.</summary>
    public const int MostRows = 30;

    /// <param name="why">Why they are told together.</param>
    public static async Task<MimeMessage> ComposeAsync(
        ImmutableArray<DigestRow> rows,
        string why,
        MailEnvelope envelope,
        Wording words,
        CancellationToken ct
    )
    {
        why = words.Stored(why);
        var shown = rows.Take(MostRows).ToImmutableArray();
        var subject = words[
            $"MarketPulse, {rows.Length} in one: {string.Join(words.Word("; "), shown.Take(3).Select(Short))}{(rows.Length > 3 ? " …" : "")}"
        ];
        var more = StoryAnnouncement.More(rows.Length, shown.Length, words);
        var html = await HtmlPage.RenderAsync<DigestMail>(
            new()
            {
                [nameof(DigestMail.Subject)] = subject,
                [nameof(DigestMail.Rows)] = shown,
                [nameof(DigestMail.PictureId)] =
                    (Func<int, string>)(i => envelope.PictureId(Name(i))),
                [nameof(DigestMail.More)] = more,
                [nameof(DigestMail.Why)] = why,
                [nameof(DigestMail.Dashboard)] = MailText.Link(envelope.Dashboard),
                [nameof(DigestMail.Silence)] = envelope.Silence,
                [nameof(DigestMail.Words)] = words,
            },
            ct
        );
        return envelope.Seal(
            subject,
            Write(shown, more, why, envelope, words),
            html,
            [
                .. from i in Enumerable.Range(0, shown.Length)
                where shown[i].Sparkline is not null
                select (Name(i), shown[i].Sparkline!),
            ]
        );
    }

    private static string Write(
        ImmutableArray<DigestRow> rows,
        string more,
        string why,
        MailEnvelope envelope,
        Wording words
    )
    {
        var text = new PlainText()
            .Wrap(words.Word("Several at once"))
            .Wrap(words[$"They come in one mail: {why}."]);
        foreach (var row in rows)
        {
            text.Break().Wrap(row.Title, "  ", "- ").Wrap(row.Text, "  ");
            if (row.SparklineAlt.Length > 0)
            {
                text.Wrap(row.SparklineAlt, "  ");
            }
        }

        return (more.Length > 0 ? text.Break().Wrap(more) : text)
            .End(MailText.Link(envelope.Dashboard), envelope.Silence, words)
            .ToString();
    }

    /// <summary>The part of a subject before its verdict: what moved, and the day.</summary>
    private static string Short(DigestRow row) =>
        MailText.Line(row.Title.Split(": ")[0].Split('：')[0], 60);

    private static string Name(int row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sparkline{row + 1}");
}
