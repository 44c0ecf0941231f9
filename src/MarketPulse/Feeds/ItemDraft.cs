using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Feeds;

/// <summary>An item while it is read: each field holds the best telling of it so far.</summary>
internal sealed class ItemDraft
{
    private const int HashLength = 32;

    private Slot _title;
    private Slot _id;
    private Slot _link;
    private Slot _summary;
    private Slot _content;
    private Slot _published;
    private Slot _updated;
    private Slot _author;

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
                _title.Tell(rank, value);
                break;
            case FeedField.Id:
                _id.Tell(rank, value);
                break;
            case FeedField.Link:
                _link.Tell(rank, value);
                break;
            case FeedField.Summary:
                _summary.Tell(rank, value);
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
                _author.Tell(rank, value);
                break;
            case FeedField.Category:
                (Categories ??= []).Add(value.Trim());
                break;
            case FeedField.Language:
                Language = value.Trim();
                break;
        }
    }

    public FeedItem Finish(string feedLanguage, FeedNotes notes)
    {
        var title = FeedText.Cut(FeedText.Plain(_title.Value), FeedParser.TitleLength);
        var summary = FeedText.Plain(_summary.Value ?? _content.Value);
        var url = Address(title, notes);
        var updated = Instant(_updated.Value, title, notes);
        var published = Instant(_published.Value, title, notes) ?? updated;
        if (published is null)
        {
            notes.Add(
                $"{Name(title, url)} has no date that can be read; it counts from when it is first seen."
            );
        }

        return new(
            Id(title, url, summary, notes),
            url,
            title,
            summary,
            published,
            Categories ?? (IReadOnlyList<string>)[]
        )
        {
            UpdatedAt = updated,
            Author = FeedText.Cut(FeedText.Plain(_author.Value), FeedParser.TitleLength),
            Content = _content.Value ?? "",
            Language = Language.Length > 0 ? Language : feedLanguage,
            Filing = Edgar?.Finish(summary, updated),
        };
    }

    private string Address(string title, FeedNotes notes)
    {
        var id = IsIdAddress ? _id.Value : null;
        foreach (var written in (string?[])[_link.Value, id])
        {
            if (string.IsNullOrWhiteSpace(written))
            {
                continue;
            }

            // An id that is no address is none; only a link that isn't one is worth a word.
            var isLink = ReferenceEquals(written, _link.Value);
            if (
                !FeedAddress.TryResolve(isLink ? Base : null, written, out var uri)
                || !FeedAddress.IsWeb(uri)
            )
            {
                if (isLink)
                {
                    notes.Add(
                        $"{Name(title, "")}: its link {FeedNotes.Quote(written)} is no http(s) address and was left out."
                    );
                }

                continue;
            }

            if (uri.AbsoluteUri.Length > FeedParser.AddressLength)
            {
                notes.Add(
                    $"{Name(title, "")}: its link is longer than {FeedParser.AddressLength} characters and was left out."
                );
                continue;
            }

            return uri.AbsoluteUri;
        }

        return "";
    }

    private string Id(string title, string url, string summary, FeedNotes notes)
    {
        var id = _id.Value?.Trim() ?? "";
        if (id.Length > FeedParser.AddressLength)
        {
            notes.Add(
                $"{Name(title, url)}: its id is longer than {FeedParser.AddressLength} characters; a hash of it stands for it."
            );
            return Hash(id);
        }

        if (id.Length > 0 || url.Length > 0)
        {
            return id.Length > 0 ? id : url;
        }

        notes.Add(
            $"{Name(title, "")} has neither address nor id; a hash of its text stands for it."
        );
        return Hash($"{title}\n{summary}\n{_published.Value}");
    }

    private static DateTimeOffset? Instant(string? written, string title, FeedNotes notes)
    {
        if (!FeedDate.TryRead(written, out var instant, out var assumed))
        {
            return null;
        }

        if (assumed is not null)
        {
            notes.Add($"{Name(title, "")}: of its date {FeedNotes.Quote(written!)}, {assumed}.");
        }

        return instant;
    }

    private static string Name(string title, string url) =>
        title.Length > 0 ? FeedNotes.Quote(title)
        : url.Length > 0 ? $"The item at {FeedNotes.Quote(url)}"
        : "An item without a title";

    private static string Hash(string text) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength]}";

    private struct Slot
    {
        private byte _rank;

        public string? Value { get; private set; }

        public void Tell(byte rank, string value)
        {
            if (Value is null || rank < _rank)
            {
                (Value, _rank) = (value, rank);
            }
        }
    }
}
