using System.Text;

namespace MarketPulse.Alerts;

/// <summary>The mail as plain text: what the HTML says, wrapped at 76 columns.</summary>
public static class AlertText
{
    private const int Columns = 76;

    /// <returns>Lines ended by a line feed.</returns>
    public static string Write(AlertStory story)
    {
        var text = new StringBuilder();
        Wrap(text, $"{story.Headline}: {story.Verdict}");
        Wrap(text, $"{story.Dateline}.");
        Wrap(text, story.Lead);
        text.Append('\n');
        foreach (var figure in story.Key)
        {
            Wrap(text, $"{figure.Label}: {figure.Value}");
            Wrap(text, figure.Text, "  ");
        }

        text.Append('\n');
        Wrap(text, $"{story.Verdict}. {story.VerdictText}");
        text.Append('\n');
        Wrap(text, story.Confounders);
        foreach (var confounder in story.ConfounderList)
        {
            Wrap(text, confounder, "  ", "- ");
        }

        if (story.YearToDate is { } year)
        {
            text.Append('\n');
            Wrap(text, $"Year to date: {year}");
        }

        Heading(text, story.Announcements.Length == 1 ? "The announcement" : "The announcements");
        foreach (var announcement in story.Announcements)
        {
            Wrap(text, announcement.Title, "  ", "- ");
            Wrap(text, announcement.Told, "  ");
            if (announcement.Summary.Length > 0)
            {
                Wrap(text, announcement.Summary, "  ");
            }

            foreach (var source in announcement.Sources)
            {
                // An address is never broken: a mail reader would link half of it.
                text.Append(
                    source.Link is { } link ? $"  {source.Feed}: {link}\n" : $"  {source.Feed}\n"
                );
            }

            if (announcement.MoreSources.Length > 0)
            {
                Wrap(text, announcement.MoreSources, "  ");
            }
        }

        if (story.Others.Length > 0)
        {
            Heading(text, "Measured in other ways");
            foreach (var row in story.Others)
            {
                Wrap(
                    text,
                    $"{row.Name}: {row.Left} left, t {row.T}, p {row.P}. {row.Text}",
                    "  ",
                    "- "
                );
            }
        }

        foreach (var note in story.Notes)
        {
            Wrap(text, note, "  ", "- ");
        }

        if (story.ChartAlt.Length > 0)
        {
            Heading(text, "The picture");
            Wrap(text, $"{story.ChartAlt} {story.ChartCaption}");
        }

        Heading(text, "How this was measured");
        foreach (var detail in story.Details)
        {
            Wrap(text, $"{detail.Label}: {detail.Text}", "  ", "- ");
        }

        return text.ToString();
    }

    private static void Heading(StringBuilder text, string heading) =>
        text.Append('\n').Append(heading).Append('\n').Append('-', heading.Length).Append('\n');

    private static void Wrap(
        StringBuilder text,
        string paragraph,
        string indent = "",
        string? first = null
    )
    {
        var line = new StringBuilder(first ?? indent);
        var empty = true;
        foreach (var word in Figures.Bound(paragraph).Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > Columns)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent);
                empty = true;
            }

            line.Append(empty ? "" : " ").Append(word.Replace('\u00a0', ' '));
            empty = false;
        }

        text.Append(line).Append('\n');
    }
}
