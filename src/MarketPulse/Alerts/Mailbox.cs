using System.Text;
using MarketPulse.Alerts.Templates;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>
/// IO: a folder of mails as standard .eml files, each with a page to open in a browser, and an index of them all.
/// </summary>
/// <remarks>
/// Files appear whole or not at all (written beside, then renamed), and delivering the same mail again changes nothing.
/// </remarks>
/// <param name="folder">Made when the first mail comes.</param>
public sealed class Mailbox(string folder)
{
    // CRLF, as on the wire, so that every mail client opens it.
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    /// <summary>The mailbox's folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The index page's path.</summary>
    public string IndexPath => Path.Combine(Folder, "index.html");

    /// <summary>An alert's file name without ending: event day, symbol and leading announcement.</summary>
    public static string NameOf(AlertContent content)
    {
        var day = Figures.Date(content.Primary.EventDay);
        var id = content.Announcements[0].Id;
        var slug = Slug(id.StartsWith(day, StringComparison.Ordinal) ? id[day.Length..] : id);
        return $"{day}-{Slug(content.Primary.Symbol).ToUpperInvariant()}-{slug}";
    }

    /// <summary>Writes a mail as <c>name.eml</c> and, where it has HTML, as <c>name.html</c> with its pictures inside.</summary>
    /// <returns>The .eml file's path.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> isn't a plain file name, or is the index's.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public async Task<string> DeliverAsync(MimeMessage message, string name, CancellationToken ct)
    {
        if (name.Length == 0 || name[0] == '.' || name == "index" || name != Plain(name))
        {
            throw new ArgumentException(
                $"'{name}' can't name a mail: letters, digits, '.', '_' and '-' are wanted.",
                nameof(name)
            );
        }

        Directory.CreateDirectory(Folder);
        if (message.HtmlBody is { } html)
        {
            await WriteAsync(name + ".html", Encoding.UTF8.GetBytes(Standalone(message, html)), ct);
        }

        using var bytes = new MemoryStream();
        await message.WriteToAsync(Format, bytes, ct);
        return await WriteAsync(name + ".eml", bytes.ToArray(), ct);
    }

    /// <summary>Rebuilds the index page from the .eml files that are there; one that can't be read is left out.</summary>
    /// <remarks>Reads every mail: call it once after a batch of deliveries.</remarks>
    public async Task WriteIndexAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var entries = new List<MailboxEntry>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.eml"))
        {
            try
            {
                using var message = await MimeMessage.LoadAsync(file, ct);
                entries.Add(
                    MailboxEntry.Of(
                        Path.GetFileNameWithoutExtension(file),
                        message,
                        File.Exists(Path.ChangeExtension(file, ".html"))
                    )
                );
            }
            catch (FormatException)
            {
                // Somebody else's file: not ours to judge, and no reason to have no index.
            }
        }

        var ordered = entries
            .OrderByDescending(e => e.SentAt)
            .ThenBy(e => e.Name, StringComparer.Ordinal)
            .ToList();
        var page = await HtmlPage.RenderAsync<MailboxIndex>(
            new() { [nameof(MailboxIndex.Entries)] = ordered },
            ct
        );
        await WriteAsync("index.html", Encoding.UTF8.GetBytes(page), ct);
    }

    private static string Standalone(MimeMessage message, string html) =>
        message
            .BodyParts.OfType<MimePart>()
            .Where(p => p.ContentId is not null && p.ContentType.IsMimeType("image", "*"))
            .Aggregate(
                html,
                (page, picture) =>
                {
                    using var bytes = new MemoryStream();
                    picture.Content?.DecodeTo(bytes);
                    return page.Replace(
                        $"cid:{picture.ContentId}",
                        $"data:{picture.ContentType.MimeType};base64,{Convert.ToBase64String(bytes.ToArray())}",
                        StringComparison.Ordinal
                    );
                }
            );

    private async Task<string> WriteAsync(string file, byte[] bytes, CancellationToken ct)
    {
        var path = Path.Combine(Folder, file);
        // One name a file: what a killed run leaves behind, the next one overwrites.
        var half = Path.Combine(Folder, $".{file}.tmp");
        try
        {
            await File.WriteAllBytesAsync(half, bytes, ct);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }

        return path;
    }

    private static string Slug(string text)
    {
        var slug = Plain(text.Normalize(NormalizationForm.FormKD)).Trim('-', '.');
        return slug.Length == 0 ? "mail" : slug[..Math.Min(slug.Length, 64)];
    }

    private static string Plain(string text) =>
        string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
