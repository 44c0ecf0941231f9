using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Tests.Alerts.Senders;

/// <summary>A web server on a free loopback port that answers as a test says and remembers what it was asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Asked> _asked = [];

    private LocalServer(WebApplication app) => _app = app;

    public IReadOnlyList<Asked> Asked => [.. _asked];

    public Uri Address => new(_app.Urls.Single());

    public static async Task<LocalServer> StartAsync(
        bool https,
        Func<Asked, HttpResponse, Task> answer
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (https)
                    {
                        listen.UseHttps(Certificate());
                    }
                }
            )
        );
        var server = new LocalServer(builder.Build());
        server._app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var asked = new Asked(
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()),
                await body.ReadToEndAsync(context.RequestAborted)
            );
            server._asked.Enqueue(asked);
            await answer(asked, context.Response);
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>One request.</summary>
internal sealed record Asked(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body
);
