using System.Globalization;
using FsCheck.Xunit;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MimeKit;

namespace MarketPulse.Tests.Alerts;

public class AlertEmailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Contents => AlertContents.Names;

    [Fact]
    public async Task Compose_KeynoteDayWithinTheMarket_TellsTheFiguresInBothParts()
    {
        using var message = await Compose(AlertContents.Keynote());

        Assert.Equal(
            "NVDA −3.43 % the day of the keynote: within what the market lets expect",
            message.Subject
        );
        foreach (
            var part in new[]
            {
                MailReading.Folded(MailReading.Text(message)),
                MailReading.Said(MailReading.Html(message)),
            }
        )
        {
            Assert.Contains("NVDA closed at $115.43 on 2025-03-18, after $119.53", part);
            Assert.Contains("SPY returned −1.08 %", part);
            Assert.Contains("+0.02 % + 2.858 × −1.08 %", part);
            Assert.Contains("What is left", part);
            Assert.Contains("95 % interval −5.63 % to +4.91 %; t = −0.135, p = 0.892", part);
            Assert.Contains("T = 250 sessions, window 0..0", part);
            Assert.Contains("Can't be told from noise", part);
            Assert.Contains("−14.04 %, from $134.29 on 2024-12-31", part);
            Assert.Contains("2025-03-18 13:00 New York (17:00 UTC)", part);
            Assert.Contains("250 sessions, 2024-03-04 to 2025-03-03, none left out", part);
            Assert.Contains("−0.363 %", part);
            Assert.Contains("NVDA is itself part of SPY", part);
        }
    }

    [Fact]
    public async Task Compose_SignificantDay_SaysHowMuchIsBeyondTheMarketAndNotWhy()
    {
        using var message = await Compose(AlertContents.Significant());

        Assert.Equal("NVDA −16.97 %: −13.37 % beyond what the market lets expect", message.Subject);
        Assert.Contains("p < 0.001", MailReading.Text(message));
        Assert.Contains(
            "how unusual the day was, not why",
            MailReading.Folded(MailReading.Text(message))
        );
    }

    [Fact]
    public async Task Compose_ConfoundedDayAfterTheClose_NamesTheOtherAnnouncements()
    {
        using var message = await Compose(AlertContents.Confounded());

        Assert.StartsWith("NVDA +9.32 % the session after its results: +10.83 %", message.Subject);
        Assert.Contains("shared with other", message.Subject);
        var text = MailReading.Folded(MailReading.Text(message));
        Assert.Contains("$1,037.99", text);
        Assert.Contains("One other announcement falls on the event day, told below.", text);
        Assert.Contains(
            "NVIDIA splits its shares ten for one Kind: capital, recognised by a word in its title",
            text
        );
        Assert.Contains("doesn't have the window to itself", text);
    }

    [Fact]
    public async Task Compose_ConfounderThatIsNotTold_IsListed()
    {
        var content = AlertContents.Confounded();
        using var message = await Compose(
            content with
            {
                Announcements = [content.Announcements[0]],
            }
        );

        Assert.Contains(
            "One other announcement falls on the event day: - 2024-05-23, capital: NVIDIA splits",
            MailReading.Folded(MailReading.Text(message))
        );
    }

    [Fact]
    public async Task Compose_RisenByLessThanExpected_SaysShortOf()
    {
        var content = AlertContents.Significant();
        var primary = content.Primary with
        {
            Return = 0.1872,
            ExpectedReturn = 0.2835,
            AbnormalReturn = -0.0963,
            CumulativeAbnormalReturn = -0.0963,
        };
        using var message = await Compose(content with { Primary = primary, Results = [primary] });

        Assert.Equal("NVDA +18.72 %: 9.63 % short of what the market lets expect", message.Subject);
    }

    [Fact]
    public async Task Compose_NoiseThatTheMarketHardlyExplains_SaysWhatIsLeft()
    {
        var content = AlertContents.Keynote();
        var primary = content.Primary with
        {
            ExpectedReturn = 0.002,
            AbnormalReturn = -0.0363,
            CumulativeAbnormalReturn = -0.0363,
        };
        using var message = await Compose(content with { Primary = primary });

        Assert.Equal(
            "NVDA −3.43 % the day of the keynote: −3.63 % is left, which can't be told from noise",
            message.Subject
        );
    }

    [Fact]
    public async Task Compose_SeveralResults_ShowsTheMailsOwnFirstThenItsBenchmark()
    {
        var content = AlertContents.Keynote();
        var shuffled = content with { Results = [.. content.Results.Reverse()] };

        Assert.Equal(
            ["−0.36 %", "−0.41 %", "−1.54 %"],
            AlertStory.Of(shuffled).Others.Select(r => r.Left)
        );
        using var message = await Compose(shuffled);
        Assert.Contains("sessions left out (19)", MailReading.Folded(MailReading.Text(message)));
    }

    [Fact]
    public async Task Compose_NotEnoughData_SaysSoAndShowsNoFigureItHasNot()
    {
        using var message = await Compose(AlertContents.NotEnoughData());

        Assert.EndsWith("not enough data for an answer", message.Subject);
        var said = MailReading.Said(MailReading.Html(message));
        Assert.Contains("96 sessions in the estimation window", said);
        Assert.DoesNotContain("What SPY lets expect", said);
        Assert.DoesNotContain("NaN", said);
    }

    [Fact]
    public async Task Compose_WithoutAnyBar_LeavesThePictureOut()
    {
        using var message = await Compose(AlertContents.Nothing());

        Assert.Equal("NVDA the day of the keynote: not enough data for an answer", message.Subject);
        Assert.DoesNotContain(message.BodyParts, p => p.ContentType.IsMimeType("image", "*"));
        Assert.DoesNotContain("cid:", MailReading.Html(message));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Compose_Always_TellsTheWholeStoryInBothParts(string name)
    {
        var content = AlertContents.Named(name);
        var story = AlertStory.Of(content);
        using var message = await Compose(content);

        var text = MailReading.Folded(MailReading.Text(message));
        var html = MailReading.Said(MailReading.Html(message));
        Assert.All(
            Told(story),
            told =>
            {
                Assert.Contains(MailReading.Folded(told), text);
                Assert.Contains(MailReading.Folded(told), html);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Compose_Always_StaysSmallAndNamesNoCause(string name)
    {
        using var message = await Compose(AlertContents.Named(name));

        Assert.InRange(MailReading.Html(message).Length, 1, 100_000);
        string[] banned =
        [
            "because",
            "due to",
            "caused",
            "driven by",
            "thanks to",
            "in response",
            "reacted",
            "reaction",
            "led to",
            "sent shares",
            "no effect",
            "no impact",
            "boosted",
            "sparked",
            "after the news",
        ];
        var all =
            $"{message.Subject} {MailReading.Text(message)} {MailReading.Said(MailReading.Html(message))}";
        Assert.All(
            banned,
            word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Compose_Twice_GivesTheSameBytes(string name)
    {
        using var once = await Compose(AlertContents.Named(name));
        using var again = await Compose(AlertContents.Named(name));

        Assert.Equal(MailReading.Bytes(once), MailReading.Bytes(again));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    [InlineData("zh-CN")]
    public async Task Compose_UnderAnyCulture_GivesTheSameBytes(string culture)
    {
        using var expected = await Compose(AlertContents.Keynote());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var actual = await Compose(AlertContents.Keynote());

            Assert.Equal(MailReading.Bytes(expected), MailReading.Bytes(actual));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Compose_ReadBack_HasItsPartsHeadersAndPicture()
    {
        var content = AlertContents.Keynote();
        using var composed = await Compose(content);
        using var stream = new MemoryStream(MailReading.Bytes(composed));
        using var message = await MimeMessage.LoadAsync(stream, Ct);

        Assert.Equal(content.MessageId, message.MessageId);
        Assert.Equal(content.SentAt, message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(AlertContents.To, Assert.Single(message.To.Mailboxes).Address);
        var alternative = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal("text/plain", alternative[0].ContentType.MimeType);
        var related = Assert.IsType<MultipartRelated>(alternative[1]);
        Assert.Equal("text/html", related[0].ContentType.MimeType);
        var picture = Assert.IsType<MimePart>(related[1]);
        Assert.Equal("image/png", picture.ContentType.MimeType);
        Assert.False(picture.IsAttachment);
        Assert.Contains($"src=\"cid:{picture.ContentId}\"", MailReading.Html(message));
        Assert.Equal(MailReading.Text(composed), MailReading.Text(message));
        Assert.Equal(MailReading.Html(composed), MailReading.Html(message));
    }

    [Fact]
    public async Task Compose_HostileFeed_IsShownAndDoesNothing()
    {
        var content = WithTitle(
            AlertContents.Keynote(),
            "<script>alert(1)</script>\r\nBcc: victim@example.org\r\n\r\n<img src=x onerror=alert(2)> \u202Egnp.exe"
        );
        var leading = content.Announcements[0];
        content = content with
        {
            Announcements =
            [
                leading with
                {
                    Summary = "</td></table><style>*{display:none}</style>{{7*7}} @(1+1)",
                    Sources =
                    [
                        new("<b>feed</b>", "javascript:alert(1)", "", "", null),
                        new("data", "data:text/html,<script>alert(1)</script>", "", "", null),
                        new("user", "https://bank.example@evil.example/", "", "", null),
                        new("quote", "https://ok.example/\" onclick=\"alert(1)", "", "", null),
                    ],
                },
            ],
            Why = "\r\nX-Injected: yes",
        };
        using var message = await Compose(content);

        Assert.DoesNotContain(message.Headers, h => h.Field is "Bcc" or "X-Injected");
        Assert.DoesNotContain('\n', $"{message.Subject}");
        Assert.Contains(
            "<script>alert(1)</script> Bcc: victim",
            MailReading.Folded(MailReading.Text(message))
        );
        Assert.DoesNotContain('\u202E', MailReading.Text(message) + MailReading.Html(message));
        AssertHarmless(MailReading.Html(message));
    }

    [Fact]
    public async Task Compose_VeryLongFeed_StaysSmall()
    {
        var content = WithTitle(
            AlertContents.Keynote(),
            string.Concat(Enumerable.Repeat("Very&<long> ", 20_000))
        );
        var leading = content.Announcements[0] with
        {
            Summary = new string('<', 100_000),
            Sources =
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => new AnnouncementSource(
                        new string('"', 5_000),
                        $"https://example.org/{new string('a', 1_900)}{i}",
                        "",
                        "",
                        null
                    )),
            ],
        };
        content = content with { Announcements = [.. Enumerable.Repeat(leading, 40)] };
        using var message = await Compose(content);

        Assert.InRange(
            System.Text.Encoding.UTF8.GetByteCount(MailReading.Html(message)),
            1,
            100_000
        );
        Assert.Contains("more", MailReading.Text(message));
    }

    [Property(MaxTest = 60)]
    public void Compose_AnyFeedText_AddsNoHeaderTagOrLink(
        string? title,
        string? summary,
        string? url
    )
    {
        var content = WithTitle(AlertContents.Nothing(), title ?? "");
        content = content with
        {
            Announcements =
            [
                content.Announcements[0] with
                {
                    Summary = summary ?? "",
                    Sources = [new(title ?? "", url ?? "", "", "", null)],
                },
            ],
        };
        using var message = Compose(content).GetAwaiter().GetResult();

        using var stream = new MemoryStream(MailReading.Bytes(message));
        using var read = MimeMessage.Load(stream, Ct);
        Assert.Equal(
            [
                "From",
                "Date",
                "Subject",
                "Message-Id",
                "To",
                "Auto-Submitted",
                "List-Id",
                "List-Unsubscribe",
                "MIME-Version",
                "Content-Type",
            ],
            read.Headers.Select(h => h.Field).Concat(["Content-Type"]).Distinct()
        );
        AssertHarmless(MailReading.Html(read));
    }

    [Theory]
    [InlineData("alerts@example.org\r\nBcc: victim@example.org", AlertContents.To)]
    [InlineData("\"Market\r\nBcc: victim@example.org\r\n\" <alerts@example.org>", AlertContents.To)]
    [InlineData(AlertContents.From, "reader@example.org\nBcc: victim@example.org")]
    [InlineData(AlertContents.From, "")]
    [InlineData("nobody", AlertContents.To)]
    public async Task Compose_AddressWithMoreThanAnAddress_Throws(string from, string to) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new AlertEmail().ComposeAsync(AlertContents.Nothing(), from, to, Ct)
        );

    [Theory]
    [InlineData("")]
    [InlineData("no-at-sign")]
    [InlineData("<a@b.example>")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    public async Task Compose_MessageIdThatIsNone_Throws(string messageId) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Compose(AlertContents.Nothing() with { MessageId = messageId })
        );

    private static Task<MimeMessage> Compose(AlertContent content) =>
        new AlertEmail().ComposeAsync(
            content,
            AlertContents.From,
            AlertContents.To,
            CancellationToken.None
        );

    private static AlertContent WithTitle(AlertContent content, string title) =>
        content with
        {
            Announcements = [content.Announcements[0] with { Title = title }],
            Primary = content.Primary with
            {
                Title = title,
                Confounders =
                [
                    new("other", AnnouncementKind.Product, title, content.Primary.EventDay),
                ],
            },
        };

    private static IEnumerable<string> Told(AlertStory story) =>
        [
            story.Headline,
            story.Dateline,
            story.Lead,
            story.Verdict,
            story.VerdictText,
            .. story.Key.SelectMany(f => new[] { f.Label, f.Value, f.Text }),
            story.Confounders,
            .. story.ConfounderList,
            .. story.Announcements.SelectMany(a => new[] { a.Title, a.Told, a.Summary }),
            .. story.Announcements.SelectMany(a => a.Sources).Select(s => s.Feed),
            .. story.Others.SelectMany(r => new[] { r.Name, r.Left, r.T, r.P, r.Text }),
            story.YearToDate ?? "",
            .. story.Notes,
            story.ChartCaption,
            .. story.Details.SelectMany(d => new[] { d.Label, d.Text }),
        ];

    private static void AssertHarmless(string html)
    {
        var tags = MailReading.Tags(html);
        string[] known =
        [
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "div",
            "table",
            "tr",
            "td",
            "th",
            "p",
            "h1",
            "h2",
            "span",
            "strong",
            "br",
            "img",
            "a",
        ];
        Assert.All(tags, tag => Assert.Contains(tag.Name, known));
        Assert.Single(tags, tag => tag.Name == "style" && !tag.IsEndTag);
        Assert.All(
            tags.SelectMany(tag => tag.Attributes),
            attribute =>
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
                if (attribute.Name is "href")
                {
                    Assert.Matches("^https?://", attribute.Value);
                }
                else if (attribute.Name is "src")
                {
                    Assert.StartsWith("cid:", attribute.Value);
                }
            }
        );
    }
}
