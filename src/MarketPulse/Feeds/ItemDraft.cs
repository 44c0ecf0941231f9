namespace MarketPulse.Feeds;

/// <summary>An item while it is read: each field holds the best telling of it so far.</summary>
internal sealed class ItemDraft
{
    private DraftField _title;
    private DraftField _id;
    private DraftField _link;
    private DraftField _summary;
    private DraftField _content;
    private DraftField _published;
    private DraftField _updated;
    private DraftField _author;
    private (string? Written, Uri? Against, string? Address) _resolved;

    public List<string>? Categories { get; private set; }

    public string Language { get; set; } = "";

    /// <summary>Whether its id is an address too, as RSS has it where it doesn't say otherwise.</summary>
    public bool IsIdAddress { get; set; }

    /// <summary>What relative addresses of the item are relative to.</summary>
    public Uri? Base { get; set; }

    /// <summary>Whether there is anything to read: a title, a summary, a text.</summary>
    public bool HasWords => (_title.Value ?? _summary.Value ?? _content.Value) is not null;

    public EdgarDraft? Edgar { get; set; }

    /// <summary>Keeps what a field is told, unless a better name for it told it before.</summary>
    public void Tell(FeedField field, byte rank, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        switch (field)
        {
            case FeedField.Title:
                _title.TellPlain(rank, value, FeedParser.TitleLength);
                break;
            case FeedField.Id:
                _id.Tell(rank, value);
                break;
            case FeedField.Link:
                _link.Tell(rank, value);
                break;
            case FeedField.Summary:
                if (_summary.TellPlain(rank, value, FeedParser.SummaryLength))
                {
                    // Then it is the text itself, unless another element tells that.
                    _content.Tell(byte.MaxValue, value);
                }

                break;
            case FeedField.Content:
                _content.Tell(rank, value);
                break;
            case FeedField.Published:
                _published.Tell(rank, value);
                break;
            case FeedField.Updated:
                _updated.Tell(rank, value);
                break;
            case FeedField.Author:
                _author.TellPlain(rank, value, FeedParser.TitleLength);
                break;
            case FeedField.Category:
                (Categories ??= []).Add(value.Trim());
                break;
            case FeedField.Language:
                Language = value.Trim();
                break;
        }
    }

    /// <summary>An address of the item as it is written → absolute; null for one that is no http(s) address. Its last answer is kept.</summary>
    public string? Web(string written)
    {
        if (!ReferenceEquals(written, _resolved.Written) || _resolved.Against != Base)
        {
            _resolved = (written, Base, FeedAddress.Web(Base, written));
        }

        return _resolved.Address;
    }

    public FeedItem Finish(string feedLanguage, FeedNotes notes)
    {
        var title = _title.Value ?? "";
        var summary = _summary.Value ?? FeedText.Plain(_content.Value, FeedParser.SummaryLength);
        var identity = new ItemIdentity(title, notes);
        var url = identity.Address(this, _link.Value, IsIdAddress ? _id.Value : null);
        var updated = Instant(_updated.Value, title, notes);
        var published = Instant(_published.Value, title, notes) ?? updated;
        if (published is null)
        {
            notes.Add(
                $"{ItemIdentity.Name(title, url)} has no date that can be read; it counts from when it is first seen."
            );
        }

        return new(
            identity.Id(_id.Value, url, summary, _published.Value),
            url,
            title,
            summary,
            published,
            Categories ?? (IReadOnlyList<string>)[]
        )
        {
            UpdatedAt = updated,
            Author = _author.Value ?? "",
            Content = _content.Value ?? "",
            Language = Language.Length > 0 ? Language : feedLanguage,
            Filing = Edgar?.Finish(summary, updated),
        };
    }

    private static DateTimeOffset? Instant(string? written, string title, FeedNotes notes)
    {
        if (!FeedDate.TryRead(written, out var instant, out var assumed))
        {
            return null;
        }

        if (assumed is not null)
        {
            notes.Add(
                $"{ItemIdentity.Name(title, "")}: of its date {FeedNotes.Quote(written!)}, {assumed}."
            );
        }

        return instant;
    }
}
