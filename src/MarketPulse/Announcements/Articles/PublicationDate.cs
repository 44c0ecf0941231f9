namespace MarketPulse.Announcements.Articles;

/// <summary>Finds the date that an article's own lines give for its publication.</summary>
internal static class PublicationDate
{
    /// <summary>Lines from the beginning in which a byline's date counts.</summary>
    private const int Lead = 6;

    /// <param name="lines">Folded and trimmed.</param>
    /// <param name="roles">What each line is for.</param>
    /// <param name="known">The publication's date from outside the text; a line dated over two days later is of another headline of its page.</param>
    /// <returns>Null where no line gives one.</returns>
    public static WrittenDate? In(List<string> lines, List<LineRole> roles, DateOnly? known)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] == LineRole.Publication)
            {
                var written = WrittenDate.In(lines[i]);
                if (known is not { } day || written is null || written.Date <= day.AddDays(2))
                {
                    return written;
                }
            }
        }

        // A byline may end in the date: "By A. Writer, March 21, 2025".
        for (var i = 0; i < Math.Min(Lead, lines.Count); i++)
        {
            if (roles[i] == LineRole.Byline && WrittenDate.In(lines[i]) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
