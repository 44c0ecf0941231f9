namespace MarketPulse.Feeds;

/// <summary>Lets each request wait for its host's turn (IO).</summary>
internal sealed class PoliteHandler(HostGates gates, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gates.EnterAsync(request.RequestUri!.IdnHost, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
