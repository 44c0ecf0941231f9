using System.Net;
using Azure.Core;
using Azure.Identity;

namespace MarketPulse.Cli.Doctor;

/// <summary>What <c>doctor --azure</c> looks at before the tables: the deployment's outputs, the login and the app itself (IO).</summary>
internal sealed class AzureChecks(
    AzureEnvironment environment,
    TokenCredential credential,
    HttpMessageHandler http
)
{
    /// <summary>Each check's outcome; the caller goes on to the tables only where there is no trouble up to the login.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool offline, CancellationToken cancellation)
    {
        List<Finding> findings = [Outputs()];
        if (findings[0].Health == Health.Trouble)
        {
            return findings;
        }

        if (environment.UsesSmtp)
        {
            findings.Add(
                new(
                    "Mail",
                    Health.Note,
                    $"goes through a mail server whose password is in the vault {environment[AzureEnvironment.VaultName]}; only the app itself can try it."
                )
            );
        }

        if (offline)
        {
            findings.Add(new("Azure", Health.Note, "not asked (--offline)"));
            return findings;
        }

        findings.Add(await AppAsync(cancellation));
        findings.Add(await LoginAsync(cancellation));
        return findings;
    }

    private Finding Outputs() =>
        environment.Problems is { Count: > 0 } problems
            ? new(
                $"Environment {environment.Name}",
                Health.Trouble,
                $"{string.Join("; ", problems)}. Run 'azd provision', which writes the outputs anew."
            )
            : new(
                $"Environment {environment.Name}",
                Health.Ok,
                $"{environment["SERVICE_FUNCTIONS_NAME"]} in {environment["AZURE_LOCATION"]}, mails to {environment[AzureEnvironment.Recipient]} by {environment[AzureEnvironment.EmailSender]}"
            );

    /// <summary>The API must be there and must ask for its key.</summary>
    private async Task<Finding> AppAsync(CancellationToken cancellation)
    {
        const string What = "Functions app";
        var address = new Uri(new Uri(environment[AzureEnvironment.Url]), "/api/correlations");
        try
        {
            // A cold start may take a while.
            using var client = new HttpClient(http, disposeHandler: false)
            {
                Timeout = TimeSpan.FromSeconds(60),
            };
            using var answer = await client.GetAsync(
                address,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            return answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => new(What, Health.Ok, "answers, and asks for a key"),
                HttpStatusCode.NotFound => new(
                    What,
                    Health.Trouble,
                    "has no such function: its code isn't there or didn't start. Run 'azd deploy'."
                ),
                HttpStatusCode.OK => new(
                    What,
                    Health.Trouble,
                    $"answers {address} without a key. Deploy this version again with 'azd deploy'."
                ),
                var status => new(
                    What,
                    Health.Trouble,
                    $"answers {(int)status}. Look at its log: 'az functionapp log tail' or Application Insights."
                ),
            };
        }
        catch (Exception error)
            when (error is HttpRequestException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new(
                What,
                Health.Trouble,
                $"{address.Host} doesn't answer: {error.Message} If the name is unknown, run 'azd up' again."
            );
        }
    }

    private async Task<Finding> LoginAsync(CancellationToken cancellation)
    {
        try
        {
            await credential.GetTokenAsync(
                new TokenRequestContext(["https://storage.azure.com/.default"]),
                cancellation
            );
            return new("Login", Health.Ok, "Azure gives a token for the tables");
        }
        catch (AuthenticationFailedException error)
        {
            return new(
                "Login",
                Health.Trouble,
                $"{error.Message.Split('\n')[0].Trim()} Sign in with 'az login' or 'azd auth login' to the tenant {environment["AZURE_TENANT_ID"]}; the tables weren't asked."
            );
        }
    }
}
