using MarketPulse.Alerts;
using MimeKit;

namespace MarketPulse.Tests.Alerts;

public sealed class MailboxTests : IDisposable
{
    private readonly Mailbox _mailbox = new(
        Path.Combine(Path.GetTempPath(), $"marketpulse-{Guid.NewGuid():N}", "mail")
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_mailbox.Folder)!, true);

    [Fact]
    public async Task Deliver_AnAlert_WritesTheMailAndAPageThatStandsAlone()
    {
        var content = AlertContents.Keynote();
        var path = await Deliver(content);

        Assert.Equal("2025-03-18-4c1f0a92-NVDA.eml", Path.GetFileName(path));
        var bytes = await File.ReadAllTextAsync(path, Ct);
        Assert.Equal(bytes.Count(c => c == '\n'), bytes.Split("\r\n").Length - 1);
        using var message = await MimeMessage.LoadAsync(path, Ct);
        Assert.Equal(content.MessageId, message.MessageId);
        var page = await File.ReadAllTextAsync(Path.ChangeExtension(path, ".html"), Ct);
        Assert.Contains("src=\"data:image/png;base64,iVBOR", page);
        Assert.DoesNotContain("cid:", page);
    }

    [Fact]
    public async Task Deliver_TwiceAndOverAnUnfinishedFile_LeavesTheSameFiles()
    {
        var path = await Deliver(AlertContents.Keynote());
        var first = await File.ReadAllBytesAsync(path, Ct);
        await File.WriteAllTextAsync(
            Path.Combine(_mailbox.Folder, $".{Path.GetFileName(path)}.tmp"),
            "half",
            Ct
        );
        await Deliver(AlertContents.Keynote());

        Assert.Equal(first, await File.ReadAllBytesAsync(path, Ct));
        Assert.Equal(2, Directory.GetFiles(_mailbox.Folder).Length);
    }

    [Fact]
    public async Task WriteIndex_OfSeveralMails_ListsThemNewestFirst()
    {
        await Deliver(AlertContents.Confounded());
        await Deliver(AlertContents.Keynote());
        await Deliver(AlertContents.Significant());
        await File.WriteAllTextAsync(
            Path.Combine(_mailbox.Folder, "foreign.eml"),
            "From: a@example.org\r\nSubject: <b>hello</b>\r\nDate: Mon, 01 Jan 2024 00:00:00 +0000\r\n\r\n<script>\r\n",
            Ct
        );
        await _mailbox.WriteIndexAsync(Ct);

        var page = await File.ReadAllTextAsync(_mailbox.IndexPath, Ct);
        string[] links =
        [
            .. MailReading
                .Tags(page)
                .SelectMany(t => t.Attributes)
                .Where(a => a.Name == "href")
                .Select(a => a.Value!),
        ];
        Assert.Equal(
            [
                "2025-03-18-4c1f0a92-NVDA.html",
                "2025-03-18-4c1f0a92-NVDA.eml",
                "2025-01-27-99aa0b12-NVDA.html",
                "2025-01-27-99aa0b12-NVDA.eml",
                "2024-05-22-0badcafe-NVDA.html",
                "2024-05-22-0badcafe-NVDA.eml",
                "foreign.eml",
            ],
            links
        );
        var said = MailReading.Said(page);
        Assert.Contains("within what the market lets expect 2025-03-18 20:45 UTC", said);
        Assert.Contains("Can't be told from noise The day of the keynote: NVIDIA opens", said);
        Assert.DoesNotContain(MailReading.Tags(page), t => t.Name is "script" or "b");
    }

    [Fact]
    public async Task WriteIndex_OfAnEmptyMailbox_SaysSo()
    {
        await _mailbox.WriteIndexAsync(Ct);
        Assert.Contains("0 mails", await File.ReadAllTextAsync(_mailbox.IndexPath, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("index")]
    [InlineData("a\nb")]
    public async Task Deliver_UnderANameThatIsAPath_Throws(string name)
    {
        Directory.CreateDirectory(_mailbox.Folder);
        using var message = new MimeMessage { Body = new TextPart("plain") { Text = "x" } };
        await Assert.ThrowsAsync<ArgumentException>(() => _mailbox.DeliverAsync(message, name, Ct));
        Assert.Empty(Directory.GetFiles(_mailbox.Folder));
    }

    private async Task<string> Deliver(AlertContent content)
    {
        using var message = await new AlertEmail().ComposeAsync(
            content,
            AlertContents.From,
            AlertContents.To,
            Ct
        );
        return await _mailbox.DeliverAsync(
            message,
            $"{content.Announcements[0].Id}-{content.Primary.Symbol}",
            Ct
        );
    }
}
