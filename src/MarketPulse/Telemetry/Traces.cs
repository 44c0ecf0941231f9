using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Telemetry;

/// <summary>
/// What tracing tools see: a span a scheduled run, and beside it one trace a story, from feed to mail. Its steps happen in
/// different runs, hours apart and perhaps in different processes; what they share is the announcement's id, which every stored
/// row carries. The trace's id is derived from it (the first 16 bytes of its SHA-256), so nothing else has to be stored, and rows
/// of any age belong to their trace. Without a listener nothing is made.
/// </summary>
public static class Traces
{
    public const string Stored = "announcement stored";
    public const string Measured = "announcement measured";
    public const string Decided = "alert decided";
    public const string Sent = "mail sent";

    /// <summary>Every step of a story, in their order.</summary>
    public static readonly IReadOnlyList<string> Steps = [Stored, Measured, Decided, Sent];

    /// <summary>The source's name, by which a tool subscribes.</summary>
    public const string SourceName = "MarketPulse";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A scheduled run; a child of the host's own span where there is one. Null where nobody listens.</summary>
    public static Activity? Run(string function) => Source.StartActivity(function);

    /// <summary>A step of one story, in the story's trace, linked to the run that it happens in. Null where nobody listens.</summary>
    /// <param name="step">One of <see cref="Steps"/>.</param>
    /// <param name="announcementId">The story's id.</param>
    /// <param name="others">Further stories that the step tells, each in a trace of its own: they are linked.</param>
    public static Activity? Step(
        string step,
        string symbol,
        string announcementId,
        IEnumerable<string>? others = null
    )
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var links = (others ?? [])
            .Where(o => o != announcementId)
            .Select(o => new ActivityLink(Context(o)));
        if (Activity.Current is { } run)
        {
            links = links.Prepend(new(run.Context));
        }

        return Source.StartActivity(
            step,
            ActivityKind.Internal,
            Context(announcementId),
            [new("symbol", symbol), new("announcement", announcementId)],
            links
        );
    }

    /// <summary>Where a story's trace begins: the same for every process and at any time.</summary>
    public static ActivityContext Context(string announcementId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(announcementId));
        return new(
            ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)),
            ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)),
            ActivityTraceFlags.Recorded,
            isRemote: true
        );
    }
}
