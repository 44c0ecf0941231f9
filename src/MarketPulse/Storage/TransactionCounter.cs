using Azure.Core;
using Azure.Core.Pipeline;

namespace MarketPulse.Storage;

/// <summary>Counts table transactions as they are billed: every request that reaches the service, retries included.</summary>
public sealed class TransactionCounter : HttpPipelineSynchronousPolicy
{
    private long _count;

    /// <summary>Requests sent since the start of the process.</summary>
    public long Count => Interlocked.Read(ref _count);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
