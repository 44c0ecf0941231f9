using MailKit.Security;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Senders;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Alerts.Senders;

/// <summary>Against a real mail server, one process a test.</summary>
public class SmtpSenderTests
{
    private const string Password = "correct-horse-battery";

    [Fact]
    public async Task Send_ServerThatTakesIt_HandsTheMailOverWhole()
    {
        await using var server = await SmtpServer.StartAsync(new { starttls = false });
        var mail = await SampleMail.WriteAsync();
        Assert.NotEmpty(await SendAsync(server, mail: mail));
        var taken = await server.TakenAsync();
        Assert.Equal(["you@example.org"], taken.To);
        Assert.Equal(mail.MessageId, taken.Message.MessageId);
        Assert.Equal(mail.HtmlBody, taken.Message.HtmlBody);
        Assert.Equal(mail.TextBody, taken.Message.TextBody);
        Assert.Contains(taken.Message.BodyParts, p => p.ContentType.IsMimeType("image", "png"));
    }

    [Theory]
    [InlineData(false, SecureSocketOptions.StartTls)]
    [InlineData(true, SecureSocketOptions.SslOnConnect)]
    public async Task Send_WithTlsAndLogin_TravelsEncryptedAsThatUser(
        bool secure,
        SecureSocketOptions security
    )
    {
        await using var server = await SmtpServer.StartAsync(
            new
            {
                secure,
                user = "me",
                password = Password,
            }
        );
        await SendAsync(server, security, Password, trustsServer: true);
        var taken = await server.TakenAsync();
        Assert.True(taken.IsSecure);
        Assert.Equal("me", taken.User);
    }

    [Theory]
    [InlineData(false, SecureSocketOptions.StartTls)]
    [InlineData(true, SecureSocketOptions.SslOnConnect)]
    public async Task Send_CertificateThatNobodyTrusts_IsAMatterOfSettings(
        bool secure,
        SecureSocketOptions security
    )
    {
        await using var server = await SmtpServer.StartAsync(new { secure });
        var error = await FailsAsync(() => SendAsync(server, security));
        Assert.Equal(SendFailure.Settings, error.Failure);
        Assert.Contains("certificate isn't trusted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServerWithoutStartTls_NeverFallsBackToPlainText()
    {
        await using var server = await SmtpServer.StartAsync(new { starttls = false });
        var error = await FailsAsync(() => SendAsync(server, SecureSocketOptions.StartTls));
        Assert.Equal(SendFailure.Settings, error.Failure);
        Assert.Contains("Email__SmtpSecurity", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Send_WrongPassword_IsAMatterOfSettingsAndDoesNotTellIt()
    {
        await using var server = await SmtpServer.StartAsync(
            new { user = "me", password = "another" }
        );
        var error = await FailsAsync(() =>
            SendAsync(server, SecureSocketOptions.StartTls, Password, trustsServer: true)
        );
        Assert.Equal(SendFailure.Settings, error.Failure);
        Assert.Contains("Email__SmtpPassword", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_LoginThatIsDownForNow_MayGoLater()
    {
        await using var server = await SmtpServer.StartAsync(
            new
            {
                user = "me",
                password = Password,
                authCode = 454,
            }
        );
        var error = await FailsAsync(() =>
            SendAsync(server, SecureSocketOptions.StartTls, Password, trustsServer: true)
        );
        Assert.Equal(SendFailure.Later, error.Failure);
    }

    [Fact]
    public async Task Send_ServerThatWantsALogin_IsAMatterOfSettings()
    {
        await using var server = await SmtpServer.StartAsync(
            new { user = "me", password = Password }
        );
        var error = await FailsAsync(() =>
            SendAsync(server, SecureSocketOptions.StartTls, trustsServer: true)
        );
        Assert.Equal(SendFailure.Settings, error.Failure);
    }

    [Theory]
    [InlineData("recipientCode", 450, SendFailure.Later)]
    [InlineData("recipientCode", 550, SendFailure.Refused)]
    [InlineData("senderCode", 451, SendFailure.Later)]
    [InlineData("senderCode", 553, SendFailure.Settings)]
    [InlineData("dataCode", 452, SendFailure.Later)]
    [InlineData("dataCode", 554, SendFailure.Refused)]
    public async Task Send_ServersRefusal_MeansWhatItsCodeSays(
        string step,
        int code,
        SendFailure failure
    )
    {
        await using var server = await SmtpServer.StartAsync(
            new Dictionary<string, object> { ["starttls"] = false, [step] = code }
        );
        var error = await FailsAsync(() => SendAsync(server));
        Assert.Equal(failure, error.Failure);
        Assert.StartsWith(
            $"127.0.0.1:{server.Port} did not take the mail",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Send_ConnectionDroppedAmidTheData_MayGoLater()
    {
        await using var server = await SmtpServer.StartAsync(
            new { starttls = false, dropInData = true }
        );
        var error = await FailsAsync(() => SendAsync(server));
        Assert.Equal(SendFailure.Later, error.Failure);
    }

    [Fact]
    public async Task Send_ServerThatTakesItAndHangsUp_HasTakenIt()
    {
        await using var server = await SmtpServer.StartAsync(
            new { starttls = false, dropAfterAnswer = true }
        );
        Assert.NotEmpty(await SendAsync(server));
        Assert.Equal(1, await server.StopAsync());
    }

    [Fact]
    public async Task Send_ServerThatNeverAnswers_GivesUpAndMayGoLater()
    {
        await using var server = await SmtpServer.StartAsync(
            new { starttls = false, silentAfterData = true }
        );
        var error = await FailsAsync(() =>
            SendAsync(server, limit: TimeSpan.FromMilliseconds(700))
        );
        Assert.Equal(SendFailure.Later, error.Failure);
        Assert.Contains("did not answer within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NobodyListens_MayGoLater()
    {
        int port;
        await using (var gone = await SmtpServer.StartAsync(new { starttls = false }))
        {
            port = gone.Port;
        }

        var sender = new SmtpSender(
            Options.Create(Settings(port, SecureSocketOptions.None, null)),
            TimeProvider.System
        );
        var mail = await SampleMail.WriteAsync();
        var error = await FailsAsync(() => sender.SendAsync(mail, "x", Cancellation));
        Assert.Equal(SendFailure.Later, error.Failure);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<EmailNotSentException> FailsAsync(Func<Task> send) =>
        Assert.ThrowsAsync<EmailNotSentException>(send);

    private static async Task<string> SendAsync(
        SmtpServer server,
        SecureSocketOptions security = SecureSocketOptions.None,
        string? password = null,
        bool trustsServer = false,
        TimeSpan? limit = null,
        MimeKit.MimeMessage? mail = null
    )
    {
        var sender = new SmtpSender(
            Options.Create(Settings(server.Port, security, password)),
            TimeProvider.System,
            trustsServer ? (_, shown, _, _) => shown is not null : null
        )
        {
            Limit = limit ?? TimeSpan.FromMinutes(1),
        };
        return await sender.SendAsync(mail ?? await SampleMail.WriteAsync(), "x", Cancellation);
    }

    private static EmailOptions Settings(
        int port,
        SecureSocketOptions security,
        string? password
    ) =>
        new()
        {
            Sender = "smtp",
            SmtpHost = "127.0.0.1",
            SmtpPort = port,
            SmtpSecurity = security,
            SmtpUser = password is null ? null : "me",
            SmtpPassword = password,
        };
}
