using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketPulse.Tests.Alerts.Delivery;

/// <summary>
/// A way to the real table endpoint on which things go wrong by a seeded draw: throttling, server errors, requests that never
/// arrive, replies that get lost after the work was done, and rows that somebody else changed first.
/// </summary>
internal sealed class FaultyTransport(Random random) : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();

    /// <summary>The part of requests that go wrong.</summary>
    public double Rate { get; set; }

    public int Faults { get; private set; }

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().Wait();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        switch (Draw())
        {
            case 0:
                message.Response = new FaultResponse(429, "too busy");
                return;
            case 1:
                message.Response = new FaultResponse(500, "broken");
                return;
            case 2:
                throw new IOException("The request never arrived.");
            case 3:
                await _inner.ProcessAsync(message);
                throw new IOException("The reply got lost.");
            case 4:
                await _inner.ProcessAsync(message);
                message.Response = new FaultResponse(503, "done, but said otherwise");
                return;
            case 5 when message.Request.Headers.TryGetValue("If-Match", out var tag) && tag != "*":
                message.Response = new FaultResponse(412, "somebody else was first");
                return;
            default:
                await _inner.ProcessAsync(message);
                return;
        }
    }

    private int Draw()
    {
        lock (random)
        {
            if (random.NextDouble() >= Rate)
            {
                return -1;
            }

            Faults++;
            return random.Next(6);
        }
    }

    private sealed class FaultResponse(int status, string reason) : Azure.Response
    {
        public override int Status => status;
        public override string ReasonPhrase => reason;
        public override Stream? ContentStream { get; set; } = new MemoryStream();
        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(
            string name,
            [NotNullWhen(true)] out IEnumerable<string>? values
        )
        {
            values = null;
            return false;
        }
    }
}
