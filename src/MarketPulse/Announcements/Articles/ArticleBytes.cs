namespace MarketPulse.Announcements.Articles;

/// <summary>An article as it came: bytes, and what is known beside them.</summary>
/// <param name="Bytes">Undecoded; those after <see cref="ArticleReader.MaxBytes"/> are not read.</param>
/// <param name="ContentType">The reply's Content-Type, such as <c>text/html; charset=gbk</c>; null where there is none.</param>
/// <param name="Name">A file's name or an address: its ending tells a page from plain text where the bytes don't.</param>
/// <param name="PublishedAt">When it was published, from outside the text (UTC); the text's own date comes first.</param>
/// <param name="PublishedOn">The same where only the date is known.</param>
public sealed record ArticleBytes(
    ReadOnlyMemory<byte> Bytes,
    string? ContentType = null,
    string Name = "",
    DateTimeOffset? PublishedAt = null,
    DateOnly? PublishedOn = null
);
