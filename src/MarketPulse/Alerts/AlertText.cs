namespace MarketPulse.Alerts;

/// <summary>The mail as plain text: what the HTML says, wrapped at 76 columns.</summary>
public static class AlertText
{
    /// <returns>Lines ended by a line feed.</returns>
    public static string Write(AlertStory story)
    {
        var (text, words) = (new PlainText(), story.Words);
        text.Wrap(words[$"{story.Headline}: {story.Verdict}"]);
        text.Wrap(words[$"{story.Dateline}."]);
        text.Wrap(story.Lead);
        text.Break();
        foreach (var figure in story.Key)
        {
            text.Wrap(words[$"{figure.Label}: {figure.Value}"]);
            text.Wrap(figure.Text, "  ");
        }

        text.Break();
        text.Wrap(words[$"{story.Verdict}. {story.VerdictText}"]);
        text.Break();
        text.Wrap(story.Confounders);
        foreach (var confounder in story.ConfounderList)
        {
            text.Wrap(confounder, "  ", "- ");
        }

        if (story.YearToDate is { } year)
        {
            text.Break();
            text.Wrap(words[$"Year to date: {year}"]);
        }

        text.Heading(
            words.Word(story.Announcements.Length == 1 ? "The announcement" : "The announcements")
        );
        foreach (var announcement in story.Announcements)
        {
            text.Wrap(announcement.Title, "  ", "- ");
            text.Wrap(announcement.Told, "  ");
            if (announcement.Summary.Length > 0)
            {
                text.Wrap(announcement.Summary, "  ");
            }

            foreach (var source in announcement.Sources)
            {
                text.Line(
                    source.Link is { } link ? $"  {source.Feed}: {link}" : $"  {source.Feed}"
                );
            }

            if (announcement.MoreSources.Length > 0)
            {
                text.Wrap(announcement.MoreSources, "  ");
            }
        }

        if (story.Claims.Length > 0)
        {
            text.Heading(words.Word("What it states"));
            foreach (var claim in story.Claims)
            {
                text.Wrap(claim.Text, "  ", "- ");
                if (claim.Evidence.Length > 0)
                {
                    text.Wrap(claim.Evidence, "  ");
                }

                if (claim.Quote.Length > 0)
                {
                    text.Wrap($"“{claim.Quote}”", "  ");
                }
            }
        }

        if (story.History is { } history)
        {
            text.Break().Wrap(words[$"Earlier ones: {history}"]);
        }

        if (story.Others.Length > 0)
        {
            text.Heading(words.Word("Measured in other ways"));
            foreach (var row in story.Others)
            {
                text.Wrap(
                    words[$"{row.Name}: {row.Left} left, t {row.T}, p {row.P}. {row.Text}"],
                    "  ",
                    "- "
                );
            }
        }

        foreach (var note in story.Notes)
        {
            text.Wrap(note, "  ", "- ");
        }

        if (story.ChartAlt.Length > 0)
        {
            text.Heading(words.Word("The picture"));
            text.Wrap($"{story.ChartAlt}{words.Word(" ")}{story.ChartCaption}".TrimEnd());
        }

        text.Heading(words.Word("How this was measured"));
        foreach (var detail in story.Details)
        {
            text.Wrap(words[$"{detail.Label}: {detail.Text}"], "  ", "- ");
        }

        return text.End(story.Dashboard, story.Silence, words).ToString();
    }
}
