using System.Collections.Immutable;

namespace MarketPulse.Queries.Articles;

/// <summary>Everything understood of one article, as <c>marketpulse read</c> answers it.</summary>
/// <param name="Notes">What was left out, not found or not understood, and why.</param>
/// <param name="Text">What the spans point into: a plain file's own characters, or what was taken for a page's article.</param>
public sealed record ArticleAnswer(
    ArticleSummary Announcement,
    ImmutableArray<MentionAnswer> Mentions,
    ImmutableArray<ClaimAnswer> Claims,
    ImmutableArray<StatementAnswer> PriceStatements,
    ImmutableArray<string> Notes,
    string Text
);

/// <summary>The article as an announcement.</summary>
/// <param name="Title">Empty where it has none.</param>
/// <param name="Kind">As in <see cref="Announcements.AnnouncementKind"/>.</param>
/// <param name="KindReason">The words that decided it.</param>
/// <param name="PublishedOn">As written on the page.</param>
/// <param name="PublishedAt">UTC; null where no instant is known.</param>
/// <param name="StoryDate">The dateline's date.</param>
/// <param name="EventDate">When what it tells of happened, at the place where it did.</param>
/// <param name="EventDay">The session on which the market could first act on that (τ = 0), by the date alone.</param>
/// <param name="EventDayReason">By which words, and why that session.</param>
/// <param name="Language"><c>english</c>, <c>chinese</c> or <c>german</c>.</param>
/// <param name="Symbol">The watched symbol that it is about; null where it is about none.</param>
/// <param name="Relevance">Why it is about that symbol, or why about none.</param>
/// <param name="Url">The page's own address; null where it gives none.</param>
public sealed record ArticleSummary(
    string Title,
    string Kind,
    string KindReason,
    DateOnly? PublishedOn,
    DateTimeOffset? PublishedAt,
    DateOnly? StoryDate,
    DateOnly? EventDate,
    DateOnly? EventDay,
    string EventDayReason,
    string Language,
    string? Symbol,
    string Relevance,
    Uri? Url
);

/// <param name="Start">Index into the article's text, in UTF-16 code units.</param>
/// <param name="End">Exclusive.</param>
public sealed record MentionAnswer(string Name, string Type, int Start, int End);

/// <param name="Type"><c>quantity</c> or <c>roadmap</c>.</param>
/// <param name="Due">Such as <c>2025-H2</c> or <c>2028</c>; null for a quantity.</param>
/// <param name="Arithmetic">The text's own sum, done again; null where it states none.</param>
public sealed record ClaimAnswer(
    string Type,
    string Subject,
    double? Value,
    string? Unit,
    string? Measure,
    string? ComparedWith,
    string? Due,
    string? Arithmetic,
    int Start,
    int End,
    string Quote
);

/// <param name="Field">As in <see cref="Announcements.Statements.PriceField"/>.</param>
/// <param name="Verdict">As in <see cref="Correlation.Statements.StatementVerdict"/>.</param>
/// <param name="Actual">The stored figure in the same unit; null where there is none.</param>
public sealed record StatementAnswer(
    string? Symbol,
    string Field,
    double Value,
    string Unit,
    DateOnly? Session,
    bool Approximate,
    string Verdict,
    double? Actual,
    string? Base,
    string Reason,
    int Start,
    int End,
    string Quote
);
