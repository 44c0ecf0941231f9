using System.Security.Cryptography;
using System.Text;

namespace MarketPulse.Feeds;

/// <summary>What tells an item from others: its address, its id, and in notes its name.</summary>
internal readonly struct ItemIdentity(string title, FeedNotes notes)
{
    private const int HashLength = 32;

    /// <summary>The first that is an http(s) address; empty where there is none.</summary>
    /// <param name="link">As it is written.</param>
    /// <param name="id">The item's id where that may be an address too, else null.</param>
    public string Address(ItemDraft draft, string? link, string? id) =>
        (link is null ? null : Link(link, draft.Web(link)))
        ?? (
            !string.IsNullOrWhiteSpace(id) && FeedAddress.Web(null, id) is { } address
                ? Bounded(address)
                : null
        )
        ?? "";

    /// <summary>An id that is no address is none; only a link that isn't one is worth a word.</summary>
    private string? Link(string written, string? address)
    {
        if (address is not null)
        {
            return Bounded(address);
        }

        notes.Add(
            $"{Name(title, "")}: its link {FeedNotes.Quote(written)} is no http(s) address and was left out."
        );
        return null;
    }

    private string? Bounded(string address)
    {
        if (address.Length <= FeedParser.AddressLength)
        {
            return address;
        }

        notes.Add(
            $"{Name(title, "")}: its link is longer than {FeedParser.AddressLength} characters and was left out."
        );
        return null;
    }

    /// <summary>Its own id; else its address; else a hash of what it says.</summary>
    public string Id(string? written, string url, string summary, string? published)
    {
        var id = written?.Trim() ?? "";
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
        return Hash($"{title}\n{summary}\n{published}");
    }

    public static string Name(string title, string url) =>
        title.Length > 0 ? FeedNotes.Quote(title)
        : url.Length > 0 ? $"The item at {FeedNotes.Quote(url)}"
        : "An item without a title";

    private static string Hash(string text) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength]}";
}
