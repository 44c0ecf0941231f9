using System.Text;
using MarketPulse.Alerts;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Mails;

/// <summary>What holds of every mail, whatever its sort and language. The mails are left in the output folder, to be looked at.</summary>
public class MailSamplesTests
{
    private static readonly Mailbox Output = new(Path.Combine(AppContext.BaseDirectory, "mails"));

    public static TheoryData<string, string> All => MailSamples.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task EachSort_ReadBack_IsAWholeMailThatAClientShows(string sort, string language)
    {
        var ct = TestContext.Current.CancellationToken;
        var words = new Wording(language, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        using var composed = await MailSamples.ComposeAsync(sort, words, ct);
        await Output.DeliverAsync(composed, $"{sort}-{language}", ct);

        using var stream = new MemoryStream(MailReading.Bytes(composed));
        using var message = await MimeMessage.LoadAsync(stream, ct);
        Assert.Empty(words.Untranslated);
        Assert.InRange(Encoding.UTF8.GetByteCount(MailReading.Html(message)), 500, 100_000);
        Assert.NotEmpty(MailReading.Text(message));
        Assert.InRange((message.Subject ?? "").Length, 10, 200);
        Assert.NotNull(message.MessageId);
        Assert.NotEqual(default, message.Date);
        Assert.Contains("<https://pulse.example.org/>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal(sort == "follow-up", message.References.Count == 1);
        var images = MailReading
            .Tags(MailReading.Html(message))
            .Where(t => t.Name == "img")
            .ToList();
        Assert.All(
            images,
            image =>
            {
                var attributes = image.Attributes.ToDictionary(a => a.Name, a => a.Value);
                Assert.NotEmpty(attributes["alt"]!);
                Assert.Contains(message.BodyParts, p => $"cid:{p.ContentId}" == attributes["src"]);
            }
        );
        Assert.All(
            MailReading
                .Tags(MailReading.Html(message))
                .SelectMany(t => t.Attributes)
                .Where(a => a.Name == "href"),
            a => Assert.Matches("^https?://", a.Value)
        );
    }
}
