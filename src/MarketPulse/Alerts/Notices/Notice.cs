using System.Collections.Immutable;

namespace MarketPulse.Alerts.Notices;

/// <summary>
/// A message whose words are known when it is decided: everything but the mail of an announcement's measured day. Text that
/// strangers wrote is cleaned, not yet escaped.
/// </summary>
/// <param name="Subject">In one breath.</param>
/// <param name="Headline">The figure or the matter, in large letters.</param>
/// <param name="Lead">The first sentences.</param>
/// <param name="Lines">What there is to know, in order.</param>
/// <param name="Links">Only http(s) addresses.</param>
/// <param name="Small">The small print: how measured, on what data.</param>
public sealed record Notice(
    string Subject,
    string Headline,
    string Lead,
    ImmutableArray<NoticeLine> Lines,
    ImmutableArray<NoticeLink> Links,
    ImmutableArray<string> Small
)
{
    /// <summary>What its picture shows; null for none.</summary>
    public NoticeChart? Chart { get; init; }

    public static Notice Of(string subject, string headline, string lead) =>
        new(subject, headline, lead, [], [], []);
}

/// <param name="Value">A figure, shown at the right; empty for none.</param>
public sealed record NoticeLine(string Label, string Value, string Text);

/// <param name="Address">An absolute http(s) address.</param>
public sealed record NoticeLink(string Text, string Address);
