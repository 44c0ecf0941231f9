using System.Text.Json;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Cli.Replay;

/// <summary>What the main job must bring out of the real figures.</summary>
public class MainJobTests(FullReplay replay)
{
    [Fact]
    public async Task Keynote2025_AgainstSpy_IsNotDistinguishableFromNoise()
    {
        var result = await replay.ResultAsync("2025-03-18", "keynote", "SPY");
        Assert.Equal(
            "in session (13:00 New York)",
            result.GetProperty("EventDayReason").GetString()
        );
        Assert.Equal("2024-03-04", result.GetProperty("EstimationFrom").GetString());
        Assert.Equal("2025-03-03", result.GetProperty("EstimationTo").GetString());
        Assert.Equal(250, result.GetProperty("EstimationSessions").GetInt32());
        Assert.Equal(115.43, Number(result, "Close"));
        Assert.Equal(-0.0343, Number(result, "Return"), 4);
        Assert.Equal(-0.0108, Number(result, "BenchmarkReturn"), 4);
        Assert.Equal(2.858, Number(result, "Beta"), 3);
        Assert.Equal(0.0266, Number(result, "Sigma"), 4);
        Assert.Equal(-0.00363, Number(result, "AbnormalReturn"), 5);
        Assert.Equal(-0.135, Number(result, "T"), 3);
        Assert.Equal(0.892, Number(result, "P"), 3);
        Assert.Equal(248, result.GetProperty("DegreesOfFreedom").GetInt32());
        Assert.Equal("not distinguishable from noise", result.GetProperty("Verdict").GetString());
    }

    [Fact]
    public async Task Keynote2025_AgainstSmh_IsTheSecondView()
    {
        var result = await replay.ResultAsync("2025-03-18", "keynote", "SMH");
        Assert.Equal(-0.0154, Number(result, "AbnormalReturn"), 4);
        Assert.Equal(-0.85, Number(result, "T"), 2);
    }

    [Theory]
    [InlineData("2025-01-27", "comment", -0.1697, -0.1337, -5.15)]
    [InlineData("2024-05-23", "results", 0.0932, 0.1083, 4.17)]
    public async Task StrongDay_AgainstSpy_IsSignificant(
        string day,
        string kind,
        double move,
        double abnormal,
        double t
    )
    {
        var result = await replay.ResultAsync(day, kind, "SPY");
        Assert.Equal(move, Number(result, "Return"), 4);
        Assert.Equal(abnormal, Number(result, "AbnormalReturn"), 4);
        Assert.Equal(t, Number(result, "T"), 2);
        Assert.Equal("significant", result.GetProperty("Verdict").GetString());
    }

    [Fact]
    public async Task Keynote2024_AtTheCloseItself_FallsOnTheNextSession()
    {
        var result = await replay.ResultAsync("2024-03-19", "keynote", "SPY");
        Assert.StartsWith(
            "GTC 2024 Keynote",
            result.GetProperty("Title").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "after close (16:00 New York): next session",
            result.GetProperty("EventDayReason").GetString()
        );
    }

    [Fact]
    public async Task Exclusions_AreASecondResultBesideTheFirst()
    {
        var plain = await replay.ResultAsync("2025-03-18", "keynote", "SPY");
        var excluded = await replay.ResultAsync(
            "2025-03-18",
            "keynote",
            "SPY",
            exclusions: "announcements"
        );
        var left = JsonSerializer.Deserialize<string[]>(
            excluded.GetProperty("ExcludedSessions").GetString()!
        )!;
        Assert.Contains("2024-05-23", left);
        Assert.Equal(250 - left.Length, excluded.GetProperty("EstimationSessions").GetInt32());
        Assert.NotEqual(Number(plain, "Sigma"), Number(excluded, "Sigma"));
        Assert.Equal("[]", plain.GetProperty("ExcludedSessions").GetString());
    }

    [Fact]
    public async Task KeynoteMail_FirstLines_SayWhatMovedWhatTheMarketExplainsAndWhatIsLeft()
    {
        var (name, mail) = Assert.Single(await replay.MailsAsync("2025-03-18"));
        Assert.Equal("2025-03-18-NVDA-Keynote.eml", name);
        Assert.StartsWith("NVDA −3.43 %", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2025, 3, 18, 20, 30, 0, TimeSpan.Zero), mail.Date);
        var first = string.Join('\n', mail.TextBody!.Split('\n').Take(14));
        Assert.Contains("$115.43", first, StringComparison.Ordinal);
        Assert.Contains("−3.43 %", first, StringComparison.Ordinal);
        Assert.Contains("SPY returned −1.08 %", first, StringComparison.Ordinal);
        Assert.Contains("−0.36 %", first, StringComparison.Ordinal);
        Assert.Contains("told from noise", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "−14.04 %, from $134.29 on 2024-12-31",
            mail.TextBody,
            StringComparison.Ordinal
        );
        Assert.Single(
            mail.BodyParts.OfType<MimeKit.MimePart>(),
            p => p.ContentType.IsMimeType("image", "png")
        );
    }

    [Fact]
    public async Task MailBeforeTheSplit_QuotesTheCloseAsTraded()
    {
        var (_, mail) = Assert.Single(await replay.MailsAsync("2024-05-23"));
        Assert.Contains("1,037.99", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("103.80", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("103.80", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_AreOneASymbolAndDay_WithTheirOwnIds()
    {
        var mails = await replay.MailsAsync();
        var summary = await replay.SummaryAsync();
        Assert.Equal(summary.Emails, mails.Count);
        Assert.Equal(mails.Count, mails.Select(m => m.Message.MessageId).Distinct().Count());
        Assert.Equal(mails.Count, mails.Select(m => m.Name[..10]).Distinct().Count());
        Assert.All(mails, m => Assert.NotNull(m.Message.HtmlBody));
    }

    [Fact]
    public async Task Alerts_EveryMeasuredAnnouncement_HasADecisionWithItsReason()
    {
        // A rule about promises decides about periods, not about measured days.
        var alerts = (await replay.RowsAsync("Alerts"))
            .Where(a => a.GetProperty("Rule").GetString() != PromiseRule.Name)
            .ToList();
        var measured = (await replay.RowsAsync("Correlations"))
            .Select(r => r.GetProperty("AnnouncementId").GetString())
            .Distinct();
        Assert.Equal(
            measured.Order(),
            alerts.Select(a => a.GetProperty("AnnouncementId").GetString()).Order()
        );
        Assert.All(alerts, a => Assert.NotEmpty(a.GetProperty("Reason").GetString()!));
    }

    [Fact]
    public async Task Summary_CountsWhatIsStored()
    {
        var summary = await replay.SummaryAsync();
        Assert.Equal(374, summary.Sessions);
        Assert.Equal(71, summary.Announcements);
        Assert.Equal(100, summary.Tellings);
        Assert.Equal(70, summary.Verdicts.Values.Sum()); // The last one's event day lies after the span.
        Assert.True(summary.Verdicts[Verdict.Significant] >= 2);
        Assert.NotEmpty(summary.WorthOpening);
    }

    private static double Number(JsonElement row, string column) =>
        row.GetProperty(column).GetDouble();
}
