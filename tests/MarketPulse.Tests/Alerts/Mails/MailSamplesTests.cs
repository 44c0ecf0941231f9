using System.Text;
using MarketPulse.Alerts;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Mails;

/// <summary>What holds of every mail, whatever its sort and language. The mails are left in the output folder, to be looked at.</summary>
public class MailSamplesTests
{
    private static readonly Mailbox Output = new(Path.Combine(AppContext.BaseDirectory, "mails"));

    public static TheoryData<string, string> All => MailSamples.All;

    public static TheoryData<string> Sorts => [.. MailSamples.Sorts];

    [Theory]
    [MemberData(nameof(All))]
    public async Task EachSort_ReadBack_IsAWholeMailThatAClientShows(string sort, string language)
    {
        var words = Words(language);
        using var message = await ReadBackAsync(sort, words);
        Assert.Empty(words.Untranslated);
        Assert.Equal(AlertContents.From, message.From.ToString().Replace("\"", ""));
        Assert.Equal(AlertContents.To, message.To.ToString());
        Assert.InRange((message.Subject ?? "").Length, 10, 200);
        Assert.Matches("^[^<>@]+@[^<>@]+$", message.MessageId);
        Assert.NotEqual(default, message.Date);
        Assert.Contains(
            $"<{MailSamples.Dashboard}>",
            message.Headers[HeaderId.ListUnsubscribe],
            StringComparison.Ordinal
        );
        var threaded = MailSamples.Threaded.Contains(sort);
        Assert.Equal(threaded ? ["first@marketpulse.invalid"] : [], message.References.ToArray());
        Assert.Equal(threaded, message.InReplyTo is not null);
        Assert.Contains(
            language == "en" ? "lang=\"en\"" : "lang=\"zh-Hans\"",
            MailReading.Html(message),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task EachSort_Parts_AreAlternativesWithTheirPicturesInline(
        string sort,
        string language
    )
    {
        using var message = await ReadBackAsync(sort, Words(language));
        var alternatives = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(2, alternatives.Count);
        Assert.True(Assert.IsType<TextPart>(alternatives[0]).IsPlain);
        var related = Assert.IsType<MultipartRelated>(alternatives[1]);
        Assert.True(Assert.IsType<TextPart>(related.Root).IsHtml);
        Assert.NotEmpty(MailReading.Text(message));
        var html = MailReading.Html(message);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 500, 100_000);
        Assert.NotEmpty(Preheader(html));

        var shown = MailReading
            .Tags(html)
            .Where(t => t.Name == "img")
            .Select(t => t.Attributes.ToDictionary(a => a.Name, a => a.Value))
            .ToList();
        Assert.All(shown, image => Assert.NotEmpty(image["alt"]!));
        var pictures = related.Where(p => p != related.Root).Cast<MimePart>().ToList();
        Assert.Equal(
            pictures.Select(p => $"cid:{p.ContentId}").Order(),
            shown.Select(i => i["src"]).Order()
        );
        Assert.All(
            pictures,
            p =>
            {
                Assert.Equal("image/png", p.ContentType.MimeType);
                Assert.Equal(ContentDisposition.Inline, p.ContentDisposition?.Disposition);
            }
        );
        Assert.All(
            MailReading.Tags(html).SelectMany(t => t.Attributes).Where(a => a.Name == "href"),
            a => Assert.Matches("^https?://", a.Value)
        );
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task EachSort_WithADashboard_LinksToItsSilencesInBothParts(string sort)
    {
        using var message = await ReadBackAsync(sort, Words("en"));
        var address = MailReading
            .Tags(MailReading.Html(message))
            .SelectMany(t => t.Attributes)
            .Single(a => a.Value?.Contains("view=silences", StringComparison.Ordinal) == true)
            .Value!;
        Assert.Contains(address, MailReading.Text(message), StringComparison.Ordinal);
        Assert.Equal(
            sort is not ("trouble" or "all-clear" or "digest"),
            address.Contains("symbol=NVDA", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task EachSort_WithoutADashboard_NamesTheCommandInBothParts(string sort)
    {
        using var message = await ReadBackAsync(sort, Words("en"), dashboard: "");
        var command = sort switch
        {
            "digest" => null,
            "trouble" or "all-clear" =>
                "marketpulse silence add --rule \"the pipeline\" --until 3d --comment \"not now\"",
            "correction" =>
                "marketpulse silence add --symbol NVDA --until 3d --comment \"not now\"",
            _ =>
                "marketpulse silence add --symbol NVDA --rule \"a rule's name\" --until 3d --comment \"not now\"",
        };
        foreach (
            var said in (string[])
                [MailReading.Text(message), MailReading.Said(MailReading.Html(message))]
        )
        {
            if (command is null)
            {
                Assert.DoesNotContain("silence", said, StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                Assert.Contains(command, said, StringComparison.Ordinal);
            }
        }
    }

    private static Wording Words(string language) =>
        new(language, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static async Task<MimeMessage> ReadBackAsync(
        string sort,
        Wording words,
        string dashboard = MailSamples.Dashboard
    )
    {
        var ct = TestContext.Current.CancellationToken;
        using var composed = await MailSamples.ComposeAsync(sort, words, ct, dashboard);
        if (dashboard.Length > 0)
        {
            await Output.DeliverAsync(composed, $"{sort}-{words.Language}", ct);
        }

        using var stream = new MemoryStream(MailReading.Bytes(composed));
        return await MimeMessage.LoadAsync(stream, ct);
    }

    /// <summary>The line that an inbox shows beside the subject.</summary>
    private static string Preheader(string html)
    {
        var begin = html.IndexOf("mso-hide:all;\">", StringComparison.Ordinal);
        Assert.True(begin > 0);
        begin = html.IndexOf('>', begin) + 1;
        return html[begin..html.IndexOf("</div>", begin, StringComparison.Ordinal)].Trim();
    }
}
