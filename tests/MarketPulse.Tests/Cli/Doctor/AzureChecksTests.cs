using System.Net;
using Azure.Core;
using Azure.Identity;
using MarketPulse.Cli.Doctor;

namespace MarketPulse.Tests.Cli.Doctor;

public class AzureChecksTests
{
    private const string Api = "https://func-x.azurewebsites.net/api/correlations";

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, Health.Ok, "asks for a key")]
    [InlineData(HttpStatusCode.OK, Health.Trouble, "without a key")]
    [InlineData(HttpStatusCode.NotFound, Health.Trouble, "azd deploy")]
    [InlineData(HttpStatusCode.ServiceUnavailable, Health.Trouble, "503")]
    public async Task Run_AppsAnswer_IsJudged(HttpStatusCode status, object health, string words)
    {
        var findings = await RunAsync(new FakeWeb().On(Api, status), new SignedIn(true));
        var app = findings.Single(f => f.What == "Functions app");
        Assert.Equal(health, app.Health);
        Assert.Contains(words, app.Text, StringComparison.Ordinal);
        Assert.Equal(Health.Ok, findings.Single(f => f.What == "Login").Health);
    }

    [Fact]
    public async Task Run_AppThatIsGone_SaysSoAndStillLooksAtTheLogin()
    {
        var findings = await RunAsync(
            new FakeWeb().On(Api, _ => throw new HttpRequestException("no such host")),
            new SignedIn(false)
        );
        Assert.Equal([Health.Ok, Health.Trouble, Health.Trouble], findings.Select(f => f.Health));
        Assert.Contains("no such host", findings[1].Text, StringComparison.Ordinal);
        Assert.Contains("az login", findings[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MissingOutput_AsksNobody()
    {
        var values = AzureEnvironmentTests.Whole;
        values.Remove("MARKETPULSE_URL");
        var web = new FakeWeb();
        var findings = await new AzureChecks(new("home", values), new SignedIn(true), web).RunAsync(
            offline: false,
            TestContext.Current.CancellationToken
        );
        Assert.Contains("azd provision", Assert.Single(findings).Text, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    private static Task<IReadOnlyList<Finding>> RunAsync(FakeWeb web, TokenCredential credential) =>
        new AzureChecks(new("home", AzureEnvironmentTests.Whole), credential, web).RunAsync(
            offline: false,
            TestContext.Current.CancellationToken
        );

    private sealed class SignedIn(bool isSignedIn) : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) =>
            isSignedIn
                ? new("token", DateTimeOffset.MaxValue)
                : throw new CredentialUnavailableException("nobody is signed in");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
